package io.github.govbrkeycloak.simulator.conecta;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** Conecta gov.br: the register of citizens (CPF Light). */
public final class ConectaSurface implements Surface {

  private final World world;

  /** Tells about the citizens of this world. */
  public ConectaSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("conecta-token", "/conecta/oauth2/jwt-token"),
        new Endpoint("cpf-light", "/conecta/api-cpf-light/v2/consulta/{tipo}"),
        new Endpoint("cpf-light-teste", "/conecta/api-cpf-light-trial/v2/consulta/{tipo}"));
  }

  @Override
  public List<Object> resources() {
    ConectaTokens tokens = new ConectaTokens(world.keys(), world.clock());
    return List.of(
        new ConectaTokenResource(world.clients(), tokens),
        new CpfLightResource(
            new CadastroCpf(world.fixtures(), world.personas()), tokens, world.settings()));
  }
}
