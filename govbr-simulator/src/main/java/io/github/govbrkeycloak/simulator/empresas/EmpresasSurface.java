package io.github.govbrkeycloak.simulator.empresas;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API of companies. */
public final class EmpresasSurface implements Surface {

  private static final String COMPANIES = "/empresas/v2/empresas";

  private final World world;

  /** Tells about the citizens of this world. */
  public EmpresasSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("empresas", COMPANIES),
        new Endpoint("participantes", COMPANIES + "/{cnpj}/participantes/{cpf}"));
  }

  @Override
  public List<Object> resources() {
    return List.of(new EmpresasResource(new ApiAccess(world.accessTokens(), world.settings())));
  }
}
