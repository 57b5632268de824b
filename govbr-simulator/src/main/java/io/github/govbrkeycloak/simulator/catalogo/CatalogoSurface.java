package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The catalogue of seals, where citizens raise their level. */
public final class CatalogoSurface implements Surface {

  /** A part of this world. */
  public CatalogoSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }
}
