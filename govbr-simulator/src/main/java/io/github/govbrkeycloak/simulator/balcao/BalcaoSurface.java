package io.github.govbrkeycloak.simulator.balcao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API by which desks create and recover accounts. */
public final class BalcaoSurface implements Surface {

  private final World world;

  /** Creates accounts in this world. */
  public BalcaoSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(new Endpoint("pre-registro", "/pre-registro/v2/contas/{cpf}"));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new BalcaoResource(
            world.accessTokens(), world.personas(), world.settings(), world.clock()));
  }
}
