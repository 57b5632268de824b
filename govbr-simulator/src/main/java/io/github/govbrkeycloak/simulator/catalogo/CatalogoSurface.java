package io.github.govbrkeycloak.simulator.catalogo;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The catalogue of seals, where citizens raise their level. */
public final class CatalogoSurface implements Surface {

  private final World world;

  /** Raises the levels of the citizens of this world. */
  public CatalogoSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("catalogo", CatalogoResource.PATH),
        new Endpoint("catalogo-via", CatalogoResource.PATH + "/via"));
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(new CatalogoInspector("catalogo", world.clients()));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new CatalogoResource(
            new VisitRules(world.clients(), world.settings()),
            world.signIn(),
            world.personas(),
            new CatalogoPages(world.pages(), world.issuer(), world.settings()),
            world.settings(),
            world.issuer(),
            world.clock()));
  }
}
