package io.github.govbrkeycloak.simulator.balcao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API by which desks create and recover accounts. */
public final class BalcaoSurface implements Surface {

  /** A part of this world. */
  public BalcaoSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }
}
