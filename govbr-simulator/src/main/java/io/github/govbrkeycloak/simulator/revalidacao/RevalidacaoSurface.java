package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The older host that asks citizens for their password again. */
public final class RevalidacaoSurface implements Surface {

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
        new Endpoint("revalidacao-token", RevalidationResource.PATH + "/token"),
        new Endpoint("revalidacao-jwks", RevalidationResource.PATH + "/jwks"));
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
            world.clients(), codes, world.keys(), world.issuer(), world.clock()));
  }

  @Override
  public void reset() {
    codes.clear();
  }
}
