package io.github.govbrkeycloak.simulator.empresas;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API of companies. */
public final class EmpresasSurface implements Surface {

  private static final Endpoint LIST = new Endpoint("empresas", "/empresas/v2/empresas");
  private static final Endpoint PARTICIPANT =
      new Endpoint("participantes", LIST.template() + "/{cnpj}/participantes/{cpf}");

  private final World world;

  /** Tells about the citizens of this world. */
  public EmpresasSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(LIST, PARTICIPANT);
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(
        ApiInspector.demanding(EmpresasResource.SCOPE, LIST, world.accessTokens())
            .withCpfIn("filtrar-por-participante"),
        ApiInspector.demanding(EmpresasResource.SCOPE, PARTICIPANT, world.accessTokens()));
  }

  @Override
  public List<Object> resources() {
    return List.of(new EmpresasResource(new ApiAccess(world.accessTokens(), world.settings())));
  }
}
