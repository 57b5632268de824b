package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API of levels, categories and seals. */
public final class ConfiabilidadesSurface implements Surface {

  private static final String ACCOUNT = "/confiabilidades/v3/contas/{cpf}";

  private final World world;

  /** Tells about the citizens of this world. */
  public ConfiabilidadesSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("niveis", ACCOUNT + "/niveis"),
        new Endpoint("categorias", ACCOUNT + "/categorias"),
        new Endpoint("confiabilidades", ACCOUNT + "/confiabilidades"));
  }

  @Override
  public List<Object> resources() {
    return List.of(new ConfiabilidadesResource(new ApiAccess(world.accessTokens())));
  }
}
