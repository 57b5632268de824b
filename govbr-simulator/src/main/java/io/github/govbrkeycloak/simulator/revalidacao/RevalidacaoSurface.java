package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The older host that asks citizens for their password again. */
public final class RevalidacaoSurface implements Surface {

  /** A part of this world. */
  public RevalidacaoSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }
}
