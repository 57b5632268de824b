package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.http.World;
import io.github.govbrkeycloak.simulator.sso.BrowserSession.SignedIn;
import java.util.List;
import java.util.Optional;

/** gov.br's single sign-on. */
public final class SsoSurface implements Surface {

  private final World world;
  private final BrowserSessions sessions;
  private final PendingLogins logins;
  private final Consents consents = new Consents();
  private final AuthorizationCodes codes;

  /** Signs in the citizens of this world. */
  public SsoSurface(World world) {
    this.world = world;
    this.sessions =
        new BrowserSessions(world.clock(), world.issuer().baseUrl().startsWith("https:"));
    this.logins = new PendingLogins(world.clock());
    this.codes = new AuthorizationCodes(world.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return SsoEndpoints.ALL;
  }

  @Override
  public List<Object> resources() {
    LoginCompletion completion = new LoginCompletion(logins, consents, codes);
    LoginPages pages = new LoginPages(world.pages(), world.personas());
    LoginSteps steps =
        new LoginSteps(world.personas(), logins, sessions, completion, pages, world.clock());
    return List.of(
        new DiscoveryResource(world.issuer()),
        new AuthorizeResource(
            new AuthorizeRules(world.clients(), world.pkceRequired()),
            sessions,
            logins,
            completion,
            world.pages()),
        new LoginResource(logins, sessions, steps, pages),
        new TokenResource(world.clients(), codes, world.tokenIssuer(), world.behaviours()),
        new JwkResource(world.keys(), world.behaviours()),
        new UserinfoResource(
            world.accessTokens(), world.personas(), world.behaviours(), world.issuer()),
        new LogoutResource(sessions, logins, world.clients()));
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(this::byBasic, this::byClientId, this::byCode, this::bySession);
  }

  /** Forgets who is signed in, which logins are under way, and every consent. */
  public void forgetEverybody() {
    sessions.clear();
    logins.clear();
    codes.clear();
    consents.clear();
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
        .flatMap(codes::find)
        .map(
            issued ->
                new Caller(
                    Optional.of(issued.grant().client().clientId()),
                    Optional.of(issued.grant().persona().id())))
        .orElse(Caller.UNKNOWN);
  }

  private Caller bySession(IncomingCall call) {
    Optional<SignedIn> signedIn =
        call.cookie(BrowserSessions.COOKIE)
            .flatMap(sessions::find)
            .flatMap(BrowserSession::signedIn);
    return new Caller(Optional.empty(), signedIn.map(who -> who.persona().id()));
  }
}
