package io.github.govbrkeycloak.simulator.balcao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API by which desks create and recover accounts. */
public final class BalcaoSurface implements Surface {

  private static final Endpoint ACCOUNT =
      new Endpoint("pre-registro", "/pre-registro/v2/contas/{cpf}");

  private final World world;

  /** Creates accounts in this world. */
  public BalcaoSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(ACCOUNT);
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(new BalcaoInspector(ACCOUNT, world.accessTokens(), world.settings()));
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(this::byAccount);
  }

  /** The citizen is in the path; the desk is in the token. */
  private Caller byAccount(IncomingCall call) {
    return Caller.persona(
        ACCOUNT
            .valueIn(call.path(), "cpf")
            .flatMap(Cpf::parse)
            .flatMap(world.personas()::withCpf)
            .map(Persona::id));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new BalcaoResource(
            world.accessTokens(), world.personas(), world.settings(), world.clock()));
  }
}
