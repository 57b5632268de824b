package io.github.govbrkeycloak.simulator.conecta;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** Conecta gov.br: the register of citizens (CPF Light). */
public final class ConectaSurface implements Surface {

  /** A part of this world. */
  public ConectaSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }
}
