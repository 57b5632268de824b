package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.AddressDifference;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.LoginId;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** gov.br's single sign-on. */
public final class SsoSurface implements Surface {

  private final World world;
  private final List<LoginStage> moreStages;
  private final WrongPasswords wrongPasswords;
  private final Consents consents = new Consents();
  private final AuthorizationCodes codes;
  private final Freshness freshness;

  /**
   * Signs in the citizens of this world.
   *
   * @param moreStages what else a login asks, before the consent
   */
  public SsoSurface(World world, List<LoginStage> moreStages) {
    this.world = world;
    this.moreStages = List.copyOf(moreStages);
    this.wrongPasswords = new WrongPasswords(world.personas());
    this.codes = new AuthorizationCodes(world.clock(), world.settings());
    this.freshness = new Freshness(world.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return SsoEndpoints.ALL;
  }

  @Override
  public List<Object> resources() {
    BrowserSessions sessions = world.sessions();
    PendingLogins logins = world.logins();
    LoginPages pages = new LoginPages(world.pages(), world.personas(), world.issuer());
    LoginCompletion completion =
        new LoginCompletion(logins, world.personas(), stages(pages), codes, world.issuer());
    LoginSteps steps =
        new LoginSteps(
            world.personas(),
            logins,
            sessions,
            completion,
            pages,
            wrongPasswords,
            world.issuer(),
            world.clock());
    return List.of(
        new DiscoveryResource(world.issuer()),
        new AuthorizeResource(
            new AuthorizeRules(world.clients(), world.settings()),
            sessions,
            logins,
            completion,
            world.pages()),
        new LoginResource(logins, sessions, steps, pages),
        new TokenResource(
            world.clients(), codes, world.tokenIssuer(), world.behaviours(), world.settings()),
        new JwkResource(world.keys(), world.behaviours()),
        new UserinfoResource(
            world.accessTokens(),
            world.personas(),
            world.behaviours(),
            world.settings(),
            world.issuer()),
        new LogoutResource(sessions, logins, world.clients(), world.settings(), world.issuer()));
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(
        this::byBasic,
        this::byClientId,
        this::byCode,
        this::byLogoutUri,
        this::byAuthorizationId,
        this::bySession);
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(
        new AuthorizeInspector(world.clients(), freshness),
        new TokenInspector(world.clients(), codes),
        new UserinfoInspector(world.accessTokens()),
        ApiInspector.anyScope(SsoEndpoints.PICTURE, world.accessTokens()),
        new LogoutInspector(world.clients()));
  }

  /** Forgets every code and every consent. */
  @Override
  public void reset() {
    wrongPasswords.clear();
    codes.clear();
    consents.clear();
    freshness.forget();
  }

  private List<LoginStage> stages(LoginPages pages) {
    List<LoginStage> stages = new ArrayList<>();
    stages.add(new PasswordChangeStage(world.personas(), pages));
    stages.addAll(moreStages);
    stages.add(new ConsentStage(consents, pages));
    return stages;
  }

  private Caller byBasic(IncomingCall call) {
    return Caller.client(
        call.header("Authorization")
            .flatMap(ClientCredentials::inHeader)
            .map(ClientCredentials::clientId)
            .filter(id -> world.clients().withId(id).isPresent()));
  }

  private Caller byClientId(IncomingCall call) {
    return Caller.client(
        call.parameter("client_id").filter(id -> world.clients().withId(id).isPresent()));
  }

  private Caller byCode(IncomingCall call) {
    return call.parameter("code")
        .flatMap(codes::issuedLately)
        .map(AuthorizationCodes.Issued::grant)
        .map(
            grant ->
                new Caller(
                    Optional.of(grant.client().clientId()),
                    Optional.of(grant.persona().id()),
                    Optional.of(grant.login())))
        .orElse(Caller.UNKNOWN);
  }

  private Caller byLogoutUri(IncomingCall call) {
    return Caller.client(
        call.queryParameter("post_logout_redirect_uri")
            .flatMap(this::ownerOf)
            .map(Client::clientId));
  }

  /** The service that registered an address for logout, or one almost like it. */
  private Optional<Client> ownerOf(String logoutUri) {
    List<Client> all = world.clients().all();
    return all.stream()
        .filter(client -> client.logoutUris().contains(logoutUri))
        .findFirst()
        .or(
            () ->
                all.stream()
                    .filter(client -> AddressDifference.isSmall(logoutUri, client.logoutUris()))
                    .findFirst());
  }

  private Caller byAuthorizationId(IncomingCall call) {
    return new Caller(
        Optional.empty(),
        Optional.empty(),
        call.queryParameter("authorization_id")
            .filter(id -> id.matches("[0-9a-f]{11}"))
            .map(LoginId::of));
  }

  private Caller bySession(IncomingCall call) {
    Optional<SignedIn> signedIn =
        call.cookie(BrowserSessions.COOKIE)
            .flatMap(world.sessions()::find)
            .flatMap(BrowserSession::signedIn);
    return Caller.persona(
        signedIn.flatMap(who -> world.personas().withCpf(who.cpf())).map(Persona::id));
  }
}
