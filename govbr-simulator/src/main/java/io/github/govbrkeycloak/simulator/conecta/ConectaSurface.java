package io.github.govbrkeycloak.simulator.conecta;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.sso.ServiceTokenInspector;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** Conecta gov.br: the register of citizens (CPF Light). */
public final class ConectaSurface implements Surface {

  private static final String API = "/conecta/api-cpf-light";

  private final World world;
  private final ConectaTokens tokens;

  /** Tells about the citizens of this world. */
  public ConectaSurface(World world) {
    this.world = world;
    this.tokens = new ConectaTokens(world.keys(), world.clock());
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("conecta-token", "/conecta/oauth2/jwt-token"),
        new Endpoint("cpf-light", API + "/v2/consulta/{tipo}"),
        new Endpoint("cpf-light-teste", API + "-trial/v2/consulta/{tipo}"));
  }

  /** Conecta tells callers from unknown addresses why it refuses them. */
  @Override
  public boolean isBehindFirewall() {
    return false;
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(this::byToken, this::byFirstCpf);
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(
        new ServiceTokenInspector("conecta-token", "client_credentials", world.clients()),
        new CpfLightInspector("cpf-light", tokens),
        new CpfLightInspector("cpf-light-teste", tokens));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new ConectaTokenResource(world.clients(), tokens),
        new CpfLightResource(
            new CadastroCpf(world.fixtures(), world.personas()),
            tokens,
            world.clients(),
            world.settings()));
  }

  private Caller byToken(IncomingCall call) {
    return call.path().startsWith(API)
        ? Caller.client(call.header("Authorization").flatMap(tokens::clientOf))
        : Caller.UNKNOWN;
  }

  private Caller byFirstCpf(IncomingCall call) {
    if (!call.path().startsWith(API)) {
      return Caller.UNKNOWN;
    }
    try {
      String first = JsonFixtures.mapper().readTree(call.body()).at("/listaCpf/0").asText();
      return Caller.persona(Cpf.parse(first).flatMap(world.personas()::withCpf).map(Persona::id));
    } catch (JsonProcessingException notJson) {
      return Caller.UNKNOWN;
    }
  }
}
