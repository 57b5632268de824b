package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Place;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.TokenRequest;
import io.github.govbrkeycloak.keycloak.requirements.FactorRetry;
import io.github.govbrkeycloak.keycloak.steps.LoginGate;
import io.github.govbrkeycloak.keycloak.steps.level.LevelResource;
import io.github.govbrkeycloak.keycloak.steps.procuracao.AgentLogin;
import io.github.govbrkeycloak.keycloak.steps.senha.PasswordAnswer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where gov.br sends the browser back to.
 *
 * <p>Keycloak's own endpoint logs the whole address (state, code) and the token endpoint's body
 * when something goes wrong, and shows the person an English sentence without a way on. Here each
 * failure is a {@link Reason}: a code for the log and the event, a sentence and a way on for the
 * person.
 */
public final class GovBrEndpoint {

  /** Path of the return from gov.br's logout, below the broker's endpoint. */
  public static final String LOGOUT_RESPONSE = "logout_response";

  /** Path of the return after gov.br asked for a password again, below the broker's endpoint. */
  public static final String PASSWORD_CONFIRMED = "revalidacao";

  /** Note of a login under way: the alias of the provider that sent the browser to gov.br. */
  public static final String BEGUN_AT = "GOVBR_BEGUN_AT";

  private static final Logger LOG = Logger.getLogger(GovBrEndpoint.class);

  /** Keycloak's note of the PKCE verifier; its constant is private. */
  private static final String BROKER_CODE_VERIFIER = "BROKER_CODE_CHALLENGE";

  private static final String ACCESS_DENIED = "access_denied";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AuthenticationCallback callback;
  private final EventBuilder event;
  private final OIDCIdentityProvider provider;
  private final GovBrCalls calls;

  public GovBrEndpoint(
      KeycloakSession session,
      RealmModel realm,
      AuthenticationCallback callback,
      EventBuilder event,
      OIDCIdentityProvider provider,
      GovBrCalls calls) {
    this.session = session;
    this.realm = realm;
    this.callback = callback;
    this.event = event;
    this.provider = provider;
    this.calls = calls;
  }

  /** The way back from gov.br's login. */
  @GET
  public Response login() {
    if (session.getContext().getUri().getQueryParameters().isEmpty()) {
      return level().returned();
    }
    Optional<WayBack> read = WayBack.of(session.getContext().getUri().getQueryParameters());
    if (read.flatMap(WayBack::state).isEmpty()) {
      return refuse(Reason.MISSING_STATE, null);
    }
    WayBack answer = read.get();
    AuthenticationSessionModel login;
    try {
      login = loginOf(answer.state().orElseThrow());
    } catch (WebApplicationException keycloakAnswered) {
      return unknownState(keycloakAnswered);
    } catch (IllegalArgumentException undecodable) {
      return refuse(Reason.UNKNOWN_STATE, null);
    }
    try {
      requireOwn(login, answer);
      return answer.error().isEmpty() ? finish(login, answer) : refused(login, answer);
    } catch (LoginRefusedException refused) {
      return refuse(refused.reason(), login);
    } catch (WebApplicationException answered) {
      return answered.getResponse();
    } catch (RuntimeException fault) {
      // Its message may quote what it stumbled over: only its type is logged.
      LOG.errorf("%s %s", Reason.UNEXPECTED.code(), fault.getClass().getName());
      // An account is written whole or not at all. Keycloak keeps the event and the way on anyway.
      session.getTransactionManager().setRollbackOnly();
      return refuse(Reason.UNEXPECTED, login);
    }
  }

  /** The step to a higher level, and the way back from gov.br's catalogue. */
  @Path(LevelResource.PATH)
  public LevelResource level() {
    return new LevelResource(session, realm, callback, event, provider);
  }

  /** gov.br answers by a redirect only: what another page posts here is not its answer. */
  @POST
  public Response posted() {
    return refuse(Reason.MISSING_STATE, null);
  }

  /** Keycloak finds a login by its state at every provider: an answer counts where it was asked. */
  private void requireOwn(AuthenticationSessionModel login, WayBack answer) {
    boolean begunHere = provider.getConfig().getAlias().equals(login.getClientNote(BEGUN_AT));
    boolean fromIssuer =
        answer
            .issuer()
            .filter(issuer -> !issuer.equals(provider.getConfig().getIssuer()))
            .isEmpty();
    if (!begunHere || !fromIssuer) {
      throw new LoginRefusedException(Reason.ANSWER_OF_ANOTHER_ISSUER);
    }
  }

  private AuthenticationSessionModel loginOf(String state) {
    // Keycloak fires the event itself when the state is not good: this detail tells it why.
    event
        .detail(Details.IDENTITY_PROVIDER, provider.getConfig().getAlias())
        .detail(Details.REASON, Reason.UNKNOWN_STATE.code());
    AgentLogin.arrive(session, realm, provider.getConfig().getAlias(), state);
    AuthenticationSessionModel login = callback.getAndVerifyAuthenticationSession(state);
    event.removeDetail(Details.REASON);
    session.getContext().setAuthenticationSession(login);
    return login;
  }

  /** An expired page has Keycloak's own way on; a bare refusal gets ours. */
  private Response unknownState(WebApplicationException keycloakAnswered) {
    boolean bareRefusal =
        keycloakAnswered.getResponse().getStatus() == Response.Status.BAD_REQUEST.getStatusCode();
    LOG.warnf("%s alias=%s", Reason.UNKNOWN_STATE.code(), provider.getConfig().getAlias());
    return bareRefusal
        ? page(null).of(Reason.UNKNOWN_STATE, Optional.empty())
        : keycloakAnswered.getResponse();
  }

  private Response refused(AuthenticationSessionModel login, WayBack answer) {
    String error = answer.error().orElseThrow();
    boolean linking = login.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null;
    if (linking && ACCESS_DENIED.equals(error)) {
      return callback.cancelled(provider.getConfig());
    }
    boolean passive =
        OAuthErrorException.LOGIN_REQUIRED.equals(error)
            || OAuthErrorException.INTERACTION_REQUIRED.equals(error);
    if (linking || passive) {
      return callback.error(
          provider.getConfig(), passive ? error : Reason.REFUSED_BY_GOVBR.messageKey());
    }
    if (OAuthErrorException.TEMPORARILY_UNAVAILABLE.equals(error)
        && answer
            .description()
            .filter(Constants.AUTHENTICATION_EXPIRED_MESSAGE::equals)
            .isPresent()) {
      return callback.retryLogin(provider, login);
    }
    throw new LoginRefusedException(
        switch (error) {
          case ACCESS_DENIED -> Reason.CANCELLED;
          case OAuthErrorException.INVALID_SCOPE -> Reason.SCOPE_NOT_ALLOWED;
          default -> Reason.REFUSED_BY_GOVBR;
        });
  }

  private Response finish(AuthenticationSessionModel login, WayBack answer) {
    String code = answer.code().orElseThrow(() -> new LoginRefusedException(Reason.MISSING_CODE));
    if (!new UsedCodes(session, realm, provider.getConfig().getAlias()).isFirstUse(code)) {
      throw new LoginRefusedException(Reason.ANSWER_USED);
    }
    BrokeredIdentityContext identity = identity(login, code);
    Optional<Response> stopped =
        new LoginGate(session, realm, govBr(), callback, event).stop(login, identity);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    LoginMetrics.accepted(realm, identity);
    identity.setIdp(provider);
    identity.setAuthenticationSession(login);
    return callback.authenticated(identity);
  }

  private GovBrConfig govBr() {
    return (GovBrConfig) provider.getConfig();
  }

  private BrokeredIdentityContext identity(AuthenticationSessionModel login, String code) {
    try (Place waiting =
        calls
            .enter(provider.getConfig().getInternalId())
            .orElseThrow(() -> new LoginRefusedException(Reason.TOO_MANY_WAIT))) {
      return provider.getFederatedIdentity(tokens(login, code));
    } catch (LoginRefusedException refused) {
      throw refused;
    } catch (IdentityBrokerException unreadable) {
      // Keycloak's parser quotes what it could not read, which may be a token: not logged.
      throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
    }
  }

  private String tokens(AuthenticationSessionModel login, String code) {
    return new TokenExchange(session, calls, provider.getConfig().getInternalId())
        .answer(tokenRequest(login, code));
  }

  private Request<String> tokenRequest(AuthenticationSessionModel login, String code) {
    String redirectUri =
        Urls.identityProviderAuthnResponse(
                session.getContext().getUri().getBaseUri(),
                provider.getConfig().getAlias(),
                realm.getName())
            .toString();
    return TokenRequest.of(
        Api.TOKEN,
        provider.authenticateTokenRequest(
            SimpleHttp.create(session)
                .doPost(provider.getConfig().getTokenUrl())
                .param(OAuth2Constants.GRANT_TYPE, OAuth2Constants.AUTHORIZATION_CODE)
                .param(OAuth2Constants.CODE, code)
                .param(OAuth2Constants.REDIRECT_URI, redirectUri)
                .param(OAuth2Constants.CODE_VERIFIER, login.getClientNote(BROKER_CODE_VERIFIER))),
        provider.getConfig().getTokenUrl());
  }

  /** The way back after gov.br asked for a password again. */
  @GET
  @Path(PASSWORD_CONFIRMED)
  public Response passwordConfirmed() {
    return new PasswordAnswer(session, realm, event, govBr()).received();
  }

  /** The way back from gov.br's logout. */
  @GET
  @Path(LOGOUT_RESPONSE)
  public Response logoutResponse() {
    return new LogoutAnswer(session, realm, govBr()).received();
  }

  private AgentLogin asAgent(AuthenticationSessionModel login) {
    return new AgentLogin(session, login, govBr());
  }

  /** The person agreed to sign out of gov.br and in again, to use a factor that was missing. */
  @POST
  @Path(FactorRetry.PATH)
  public Response newFactor() {
    return new FactorRetry(session, realm, govBr())
        .confirmed()
        .orElseGet(() -> refuse(Reason.UNKNOWN_STATE, null));
  }

  private Response refuse(Reason reason, AuthenticationSessionModel login) {
    if (login != null && asAgent(login).isUnderWay()) {
      return asAgent(login).failed(reason, event);
    }
    return new Refusal(
            session,
            realm,
            provider.getConfig().getAlias(),
            event.event(EventType.IDENTITY_PROVIDER_LOGIN),
            Optional.empty())
        .because(reason, login);
  }

  private RefusalPage page(AuthenticationSessionModel login) {
    return new RefusalPage(session, realm, provider.getConfig().getAlias(), login);
  }
}
