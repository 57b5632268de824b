package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.Refusal;
import io.github.govbrkeycloak.keycloak.session.OpenLogins;
import io.github.govbrkeycloak.keycloak.steps.RestartedLogin;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.keycloak.steps.StepUnderWay;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.LocaleUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step {@code govbr-nivel} below the identity provider's endpoint: the page of a login that has
 * no account yet, and the way back from gov.br's catalogue of every login.
 *
 * <p>The login is found by the browser's cookie. Nothing of the request says where to go.
 */
public final class LevelResource {

  /** Path below the endpoint. */
  public static final String PATH = "nivel";

  static final String RETURN = "volta";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AuthenticationCallback callback;
  private final EventBuilder event;
  private final OIDCIdentityProvider provider;
  private final LevelStep step;

  public LevelResource(
      KeycloakSession session,
      RealmModel realm,
      AuthenticationCallback callback,
      EventBuilder event,
      OIDCIdentityProvider provider) {
    this.session = session;
    this.realm = realm;
    this.callback = callback;
    this.event = event;
    this.provider = provider;
    this.step = new LevelStep(session, realm, new GovBrConfig(provider.getConfig()));
  }

  /** The page of the tab that its address names. */
  @GET
  public Response page() {
    Optional<AuthenticationSessionModel> stopped = stoppedLogin();
    if (stopped.isEmpty()) {
      return noStep(null);
    }
    AuthenticationSessionModel login = stopped.get();
    LocaleUtil.processLocaleParam(session, realm, login);
    LevelLack lack = LevelLack.of(login).orElseThrow();
    String code = new ClientSessionCode<>(session, realm, login).getOrGenerateCode();
    LoginFormsProvider form =
        session
            .getProvider(LoginFormsProvider.class)
            .setAuthenticationSession(login)
            .setClientSessionCode(code)
            .setActionUri(
                step.pageAddress(login).queryParam(LoginActionsService.SESSION_CODE, code).build());
    boolean isUnchanged = StepUnderWay.of(login).filter(StepUnderWay::isBack).isPresent();
    return new LevelPage(lack, login.getClient(), isUnchanged).in(form);
  }

  /** What the person chose. */
  @POST
  public Response chosen() {
    Optional<AuthenticationSessionModel> stopped = stoppedLogin();
    if (stopped.isEmpty()) {
      return noStep(null);
    }
    AuthenticationSessionModel login = stopped.get();
    if (!isOfPage(login)) {
      return Response.seeOther(step.pageAddress(login).build()).build();
    }
    LevelLack lack = LevelLack.of(login).orElseThrow();
    MultivaluedMap<String, String> form =
        session.getContext().getHttpRequest().getDecodedFormParameters();
    return switch (String.valueOf(form.getFirst(LevelPage.CHOICE))) {
      case LevelPage.GO -> step.leave(login, lack.wanted());
      case LevelPage.CONTINUE ->
          lack.kind() == LevelLack.Kind.WISH ? goOnWithout(login, lack) : leaveLogin(login);
      case LevelPage.LEAVE -> leaveLogin(login);
      default -> Response.seeOther(step.pageAddress(login).build()).build();
    };
  }

  /** The way back from the catalogue to an address of its own. */
  @GET
  @Path(RETURN)
  public Response returned() {
    List<AuthenticationSessionModel> browser = OpenLogins.of(session, realm).toList();
    Optional<AuthenticationSessionModel> away =
        StepUnderWay.awayIn(browser, provider.getConfig().getAlias());
    if (away.isEmpty()) {
      return noStep(browser.isEmpty() ? RestartedLogin.of(session, realm).orElse(null) : null);
    }
    AuthenticationSessionModel login = inContext(away.get());
    boolean isInTime =
        new ClientSessionCode<>(session, realm, login)
            .isActionActive(ClientSessionCode.ActionType.LOGIN);
    step.funnel().record(StepStage.RETURNED, login);
    StepUnderWay under = StepUnderWay.of(login).orElseThrow().back();
    // The login is as at its beginning: nobody is signed in, whoever gov.br names has to be asked.
    AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
    under.keepIn(login);
    return isInTime ? callback.retryLogin(provider, login) : noStep(login);
  }

  /** The person does without: gov.br, which knows them by now, tells once more who they are. */
  private Response goOnWithout(AuthenticationSessionModel login, LevelLack lack) {
    step.giveUp(login);
    step.goOnWithout(login, lack.wanted());
    return callback.retryLogin(provider, login);
  }

  private Response leaveLogin(AuthenticationSessionModel login) {
    step.giveUp(login);
    return session
        .getProvider(LoginProtocol.class, login.getProtocol())
        .setRealm(realm)
        .setHttpHeaders(session.getContext().getRequestHeaders())
        .setUriInfo(session.getContext().getUri())
        .setEventBuilder(event)
        .sendError(login, LoginProtocol.Error.CANCELLED_BY_USER, null);
  }

  private Optional<AuthenticationSessionModel> stoppedLogin() {
    MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
    String clientId = query.getFirst(Constants.CLIENT_ID);
    String tabId = query.getFirst(Constants.TAB_ID);
    ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
    return client == null || tabId == null
        ? Optional.empty()
        : Optional.ofNullable(
                new AuthenticationSessionManager(session)
                    .getCurrentAuthenticationSession(realm, client, tabId))
            .filter(login -> login.getClient().isEnabled())
            .filter(login -> LevelLack.of(login).isPresent())
            .map(this::inContext);
  }

  private AuthenticationSessionModel inContext(AuthenticationSessionModel login) {
    session.getContext().setAuthenticationSession(login);
    session.getContext().setClient(login.getClient());
    event.client(login.getClient());
    return login;
  }

  /** Whether the answer comes from the page as it was shown last; another site cannot know that. */
  private boolean isOfPage(AuthenticationSessionModel login) {
    ClientSessionCode.ParseResult<AuthenticationSessionModel> code =
        ClientSessionCode.parseResult(
            session
                .getContext()
                .getUri()
                .getQueryParameters()
                .getFirst(LoginActionsService.SESSION_CODE),
            login.getTabId(),
            session,
            realm,
            login.getClient(),
            event,
            login);
    return code.getCode() != null;
  }

  private Response noStep(AuthenticationSessionModel login) {
    return new Refusal(
            session,
            realm,
            provider.getConfig().getAlias(),
            event.event(EventType.IDENTITY_PROVIDER_LOGIN),
            Optional.empty())
        .because(Reason.NO_STEP_UNDER_WAY, login);
  }
}
