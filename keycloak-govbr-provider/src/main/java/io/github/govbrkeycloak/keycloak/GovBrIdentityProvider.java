package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.companies.CompanyLogin;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.facts.FactGathering;
import io.github.govbrkeycloak.keycloak.facts.NeededFacts;
import io.github.govbrkeycloak.keycloak.facts.RecentNeeds;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.keys.IssuerKeys;
import io.github.govbrkeycloak.keycloak.keys.JwkEndpoint;
import io.github.govbrkeycloak.keycloak.keys.SignatureCheck;
import io.github.govbrkeycloak.keycloak.login.GovBrEndpoint;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.logout.LogoutAtGovBr;
import io.github.govbrkeycloak.keycloak.privacy.AccountNaming;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import io.github.govbrkeycloak.keycloak.privacy.KeptFacts;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.LentToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.SamePerson;
import io.github.govbrkeycloak.keycloak.steps.procuracao.AgentLogin;
import io.github.govbrkeycloak.keycloak.token.AccessToken;
import io.github.govbrkeycloak.keycloak.token.AccessTokenMatch;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.SignedToken;
import io.github.govbrkeycloak.keycloak.token.TokenAnswer;
import io.github.govbrkeycloak.model.Nivel;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.social.SocialIdentityProvider;
import org.keycloak.common.util.Time;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Signs citizens in with gov.br.
 *
 * <p>Keycloak's OpenID Connect provider does the protocol; what differs is listed, method by
 * method, in {@code docs/keycloak-overrides.md}. The steps: token answer → verified ID token →
 * identity → session facts → claims.
 */
public final class GovBrIdentityProvider extends OIDCIdentityProvider
    implements SocialIdentityProvider<OIDCIdentityProviderConfig> {

  private final GovBrConfig config;
  private final GovBrCalls calls;
  private final IssuerKeys keys;
  private final RecentNeeds recentNeeds;

  /** An instance serves one request; set once its ID token is verified. */
  private BelievedLogin believed;

  GovBrIdentityProvider(
      KeycloakSession session,
      GovBrConfig config,
      GovBrCalls calls,
      IssuerKeys keys,
      RecentNeeds recentNeeds) {
    super(session, config);
    this.config = config;
    this.calls = calls;
    this.keys = keys;
    this.recentNeeds = recentNeeds;
  }

  private SignatureCheck signatures() {
    return new SignatureCheck(
        session,
        keys,
        new JwkEndpoint(session, calls, config.getInternalId(), config.getJwksUrl()));
  }

  @Override
  protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
    AbandonedFirstLogin.forget(request.getAuthenticationSession(), config.getAlias());
    request.getAuthenticationSession().setClientNote(GovBrEndpoint.BEGUN_AT, config.getAlias());
    UriBuilder url = super.createAuthorizationUrl(request);
    config.endpoints().parameters().forEach(url::queryParam);
    return new AgentLogin(session, request.getAuthenticationSession(), config)
        .asking(url, request.getState().getEncoded());
  }

  @Override
  public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
    return new GovBrEndpoint(session, realm, callback, event, this, calls);
  }

  @Override
  protected String getDefaultScopes() {
    return GovBrConfig.DEFAULT_SCOPE;
  }

  /** gov.br's tokens are for this server alone: none is taken from an application. */
  @Override
  protected boolean supportsExternalExchange() {
    return false;
  }

  /**
   * Reads the token endpoint's answer.
   *
   * @throws LoginRefusedException when it is not to be believed
   */
  @Override
  public BrokeredIdentityContext getFederatedIdentity(String response) {
    BrokeredIdentityContext context =
        super.getFederatedIdentity(TokenAnswer.parse(response).json());
    Identifiers person = person(context);
    SamePerson.require(session, person);
    new AgentLogin(session, session.getContext().getAuthenticationSession(), config)
        .requireSamePerson(person.subject());
    context.setId(person.federatedId());
    // Whatever the console's switch says: Keycloak would store it on the account, for ever.
    context.setToken(null);
    return context;
  }

  /**
   * Verifies an ID token whole, before anything is done with it: Keycloak's own check takes a token
   * without {@code iat}, and compares the nonce only after it has called userinfo.
   */
  @Override
  protected JsonWebToken validateToken(String encodedToken, boolean ignoreAudience) {
    VerifiedIdToken idToken =
        new IdTokenCheck(session, config, signatures()).verified(encodedToken);
    believed = BelievedLogin.of(idToken, session, config);
    return idToken.token();
  }

  private Identifiers person(BrokeredIdentityContext context) {
    return believed.by(context.getContextData().get(VALIDATED_ID_TOKEN)).person();
  }

  /** For Keycloak's other uses of gov.br's keys; a login's token goes through the same check. */
  @Override
  protected boolean verifySignature(JWSInput jws) {
    try {
      return signatures().confirms(SignedToken.parse(jws.getWireString()));
    } catch (LoginRefusedException unconfirmed) {
      return false;
    }
  }

  @Override
  public boolean reloadKeys() {
    return config.isEnabled() && signatures().reload();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }

  /** Builds the account's data from the ID token first, and asks gov.br only for what it lacks. */
  @Override
  protected BrokeredIdentityContext extractIdentity(
      AccessTokenResponse tokenResponse, String accessToken, JsonWebToken idToken) {
    BelievedLogin login = believed.by(idToken);
    AccessToken beside = AccessToken.read(accessToken);
    Claims stated = login.idToken().claims();
    if (!AccessTokenMatch.holds(beside, stated, login.idToken().algorithm())) {
      throw new LoginRefusedException(Reason.ACCESS_TOKEN_MISMATCH);
    }
    if (config.essentialClaim().filter(claim -> !claim.isIn(stated)).isPresent()) {
      throw new LoginRefusedException(Reason.CLAIM_MISSING);
    }
    GovBrIdentity identity = identity(stated, beside);
    BrokeredIdentityContext context =
        new BrokeredLogin(config, login.person().pseudonym()).of(identity, idToken);
    new Brought(
            tokenResponse,
            identity.extras().companies(),
            mayAskForCompanies(),
            config.facts().keepsToken())
        .goWith(context);
    return context;
  }

  private boolean mayAskForCompanies() {
    AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
    return login != null && new CompanyLogin(session, login).mayAskForCompanies(config);
  }

  private GovBrIdentity identity(Claims idToken, AccessToken accessToken) {
    return new FactGathering(
            calls,
            session.getProvider(HttpClientProvider.class).getHttpClient(),
            config,
            this::verifySignature)
        .identity(
            idToken,
            accessToken,
            new NeededFacts(session, config, recentNeeds)
                .of(session.getContext().getAuthenticationSession()),
            now());
  }

  /**
   * An e-mail is verified when gov.br says so of this very one; Keycloak would take the word of the
   * ID token for an e-mail that came from userinfo.
   */
  @Override
  protected void setEmailVerified(UserModel user, BrokeredIdentityContext context) {
    String note = (String) context.getContextData().get(SessionFacts.NOTE);
    boolean isStated =
        SessionFacts.fromNote(note).filter(facts -> facts.confirms(context.getEmail())).isPresent();
    if (Boolean.TRUE.equals(config.isTrustEmail()) && isStated) {
      user.setEmailVerified(true);
    } else if (!context.getEmail().equalsIgnoreCase(user.getEmail())) {
      user.setEmailVerified(false);
    }
  }

  @Override
  public void preprocessFederatedIdentity(
      KeycloakSession session, RealmModel realm, BrokeredIdentityContext context) {
    super.preprocessFederatedIdentity(session, realm, context);
    Brought.keep(session, context);
    Optional<UserModel> account = new AccountNaming(session, realm, person(context)).apply(context);
    DirectoryNames.keep(account, context);
    AccountEmail.keep(session, realm, account, context);
  }

  @Override
  public void importNewUser(
      KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
    super.importNewUser(session, realm, user, context);
    UnfinishedAccount.deleteUnlessLinked(session, realm, user);
  }

  /**
   * Puts the facts into the session, in place of those of an earlier login. Keycloak would put
   * gov.br's tokens there: asked to in this release, always in those before 26.6.
   */
  @Override
  public void authenticationFinished(
      AuthenticationSessionModel authSession, BrokeredIdentityContext context) {
    new AgentLogin(session, authSession, config).finished();
    Optional<SessionFacts> stated =
        SessionFacts.fromNote((String) context.getContextData().get(SessionFacts.NOTE));
    stated
        .map(new KeptFacts(config.privacy().keptFacts())::of)
        .ifPresent(facts -> authSession.setUserSessionNote(SessionFacts.NOTE, facts.toNote()));
    String token = (String) context.getContextData().get(KeptToken.NOTE);
    authSession.setUserSessionNote(
        KeptToken.NOTE, LentToken.lend(authSession, token, config.facts().keepsToken()));
    stated
        .map(SessionFacts::nivel)
        .map(Nivel::of)
        .filter(Nivel::isKnown)
        .ifPresent(
            nivel -> {
              int levelOfAuthentication =
                  AcrUtils.getAcrLoaMap(authSession.getClient())
                      .getOrDefault(nivel.name(), nivel.rank());
              new AcrStore(session, authSession).setLevelAuthenticated(levelOfAuthentication);
            });
  }

  /** Ends the session at the applications that can be told, here, and then at gov.br. */
  @Override
  public Response keycloakInitiatedBrowserLogout(
      KeycloakSession session, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
    KeptToken.forget(session, userSession);
    return new LogoutAtGovBr(session, realm, config, calls).begin(userSession);
  }

  /** gov.br ends its session in the browser only; here there is just its token to be dropped. */
  @Override
  public void backchannelLogout(
      KeycloakSession session, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
    KeptToken.forget(session, userSession);
  }
}
