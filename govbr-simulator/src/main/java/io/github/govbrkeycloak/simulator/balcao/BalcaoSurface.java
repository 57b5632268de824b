package io.github.govbrkeycloak.simulator.balcao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallerClue;
import io.github.govbrkeycloak.simulator.http.CallerClue.Caller;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The API by which desks create and recover accounts. */
public final class BalcaoSurface implements Surface {

  private static final Pattern ACCOUNT = Pattern.compile("/pre-registro/v2/contas/([0-9]{11})/?");

  private final World world;

  /** Creates accounts in this world. */
  public BalcaoSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(new Endpoint("pre-registro", "/pre-registro/v2/contas/{cpf}"));
  }

  @Override
  public List<CallerClue> clues() {
    return List.of(this::byAccount);
  }

  /** The citizen is in the path; the desk is in the token. */
  private Caller byAccount(IncomingCall call) {
    Matcher account = ACCOUNT.matcher(call.path());
    return account.matches()
        ? new Caller(
            Optional.empty(),
            Cpf.parse(account.group(1)).flatMap(world.personas()::withCpf).map(Persona::id))
        : Caller.UNKNOWN;
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new BalcaoResource(
            world.accessTokens(), world.personas(), world.settings(), world.clock()));
  }
}
