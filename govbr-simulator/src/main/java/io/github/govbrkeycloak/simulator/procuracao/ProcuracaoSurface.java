package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.sso.LoginStage;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** Powers of attorney: the API and the citizen's own page. */
public final class ProcuracaoSurface implements Surface {

  /** A part of this world. */
  public ProcuracaoSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }

  /** What a login asks of somebody who may act for others. */
  public List<LoginStage> loginStages() {
    return List.of();
  }
}
