package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiDates;
import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.ObsoleteInspector;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/** The API of levels, categories and seals. */
public final class ConfiabilidadesSurface implements Surface {

  private static final String ACCOUNT = "/confiabilidades/v3/contas/{cpf}";
  private static final String OLD_ACCOUNT = "/confiabilidades/v2/contas/{cpf}";

  static final Endpoint LEVELS = new Endpoint("niveis", ACCOUNT + "/niveis");
  static final Endpoint SEALS = new Endpoint("confiabilidades", ACCOUNT + "/confiabilidades");

  private static final List<Endpoint> ENDPOINTS =
      List.of(
          LEVELS,
          new Endpoint("categorias", ACCOUNT + "/categorias"),
          SEALS,
          new Endpoint("categorias-v2", OLD_ACCOUNT + "/categorias"),
          new Endpoint("confiabilidades-v2", OLD_ACCOUNT + "/confiabilidades"));

  private final World world;

  /** Tells about the citizens of this world. */
  public ConfiabilidadesSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return ENDPOINTS;
  }

  @Override
  public List<Inspector> inspectors() {
    List<Inspector> inspectors = new ArrayList<>(obsolete());
    ENDPOINTS.stream()
        .map(
            endpoint ->
                ApiInspector.demanding(
                    ConfiabilidadesResource.SCOPE, endpoint, world.accessTokens()))
        .forEach(inspectors::add);
    return inspectors;
  }

  private static List<Inspector> obsolete() {
    return List.of(
        new ObsoleteInspector(
            "niveis",
            "você chamou /niveis, obsoleto: o nível está em reliability_info do id_token."),
        new ObsoleteInspector(
            "categorias", "você chamou /categorias, fora do roteiro desde 2022: use os selos."),
        new ObsoleteInspector("categorias-v2", "você chamou a versão 2, de 2020: use a 3."),
        new ObsoleteInspector("confiabilidades-v2", "você chamou a versão 2, de 2020: use a 3."));
  }

  @Override
  public List<Object> resources() {
    ApiAccess access = new ApiAccess(world.accessTokens(), world.settings());
    ApiDates dates = new ApiDates(world.settings());
    return List.of(
        new ConfiabilidadesResource(access, dates, world.settings(), world.behaviours()),
        new OldConfiabilidadesResource(access, dates, world.settings()));
  }
}
