package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.sso.ServiceTokenInspector;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** The older host that asks citizens for their password again. */
public final class RevalidacaoSurface implements Surface {

  static final Endpoint TOKEN =
      new Endpoint("revalidacao-token", RevalidationResource.PATH + "/token");

  private final World world;
  private final RevalidationCodes codes;

  /** Asks the citizens of this world. */
  public RevalidacaoSurface(World world) {
    this.world = world;
    this.codes = new RevalidationCodes(world.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("revalidacao-authorize", RevalidationResource.PATH + "/authorize"),
        TOKEN,
        new Endpoint("revalidacao-jwks", RevalidationResource.PATH + "/jwks"));
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(
        new RevalidationInspector("revalidacao-authorize", world.clients()),
        new ServiceTokenInspector("revalidacao-token", "authorization_code", world.clients()));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new RevalidationResource(
            world.clients(),
            world.personas(),
            world.sessions(),
            codes,
            new RevalidationPages(world.pages(), world.issuer())),
        new RevalidationTokenResource(
            world.clients(),
            codes,
            world.keys(),
            world.tokenIssuer(),
            world.personas(),
            world.issuer(),
            world.clock()));
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(this::byCode);
  }

  private Caller byCode(IncomingCall call) {
    return call.parameter("code")
        .flatMap(codes::find)
        .map(
            issued ->
                new Caller(
                    Optional.of(issued.clientId()),
                    world.personas().withCpf(issued.cpf()).map(Persona::id),
                    Optional.empty()))
        .orElse(Caller.UNKNOWN);
  }

  @Override
  public void reset() {
    codes.clear();
  }
}
