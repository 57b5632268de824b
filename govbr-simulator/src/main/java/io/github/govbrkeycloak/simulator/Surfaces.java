package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.confiabilidades.ConfiabilidadesSurface;
import io.github.govbrkeycloak.simulator.control.ControlSurface;
import io.github.govbrkeycloak.simulator.empresas.EmpresasSurface;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.http.World;
import io.github.govbrkeycloak.simulator.sso.SsoSurface;
import java.util.List;

/** The parts of gov.br that one simulator has. */
final class Surfaces {

  private final SsoSurface sso;
  private final List<Surface> all;
  private final ControlSurface control;

  Surfaces(World world, CallLog calls) {
    sso = new SsoSurface(world);
    all = List.of(sso, new ConfiabilidadesSurface(world), new EmpresasSurface(world));
    List<Endpoint> endpoints =
        all.stream().flatMap(surface -> surface.endpoints().stream()).toList();
    control = new ControlSurface(world, calls, endpoints, sso::forgetEverybody);
  }

  List<Surface> all() {
    return all;
  }

  List<Object> controlResources() {
    return control.resources();
  }

  void forgetEverybody() {
    sso.forgetEverybody();
  }
}
