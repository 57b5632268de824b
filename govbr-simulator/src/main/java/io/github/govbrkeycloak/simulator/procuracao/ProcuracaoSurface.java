package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.sso.LoginStage;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** Powers of attorney: the API, and the question at login. */
public final class ProcuracaoSurface implements Surface {

  private static final String HISTORY = "/procuracoes/{id}/historico-acessos";

  private final World world;
  private final PowersOfAttorney powers;

  /** Knows the powers of this world. */
  public ProcuracaoSurface(World world) {
    this.world = world;
    this.powers =
        new PowersOfAttorney(
            world.fixtures().list("procuracoes.json", PowerOfAttorney.class), world.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("procuracoes", "/procuracoes/v2/procuracoes"),
        new Endpoint("historico-acessos", "/procuracoes/v2" + HISTORY),
        new Endpoint("procuracoes-v1", "/procuracoes/v1/procuracoes"),
        new Endpoint("historico-acessos-v1", "/procuracoes/v1" + HISTORY));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new PowersResource(
            powers,
            new PowerAccess(
                new ApiAccess(world.accessTokens(), world.settings()), world.settings()),
            new PowerJson(world.personas(), world.settings(), world.clock()),
            world.clock()));
  }

  /** What a login asks of somebody who may act for others. */
  public List<LoginStage> loginStages() {
    return List.of(
        new CapacityStage(
            powers, world.personas(), world.settings(), world.pages(), world.issuer()));
  }

  @Override
  public void reset() {
    powers.reset();
  }
}
