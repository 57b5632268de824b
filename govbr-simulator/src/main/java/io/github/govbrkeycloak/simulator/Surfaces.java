package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.balcao.BalcaoSurface;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.catalogo.CatalogoSurface;
import io.github.govbrkeycloak.simulator.certificado.CertificadoSurface;
import io.github.govbrkeycloak.simulator.conecta.ConectaSurface;
import io.github.govbrkeycloak.simulator.confiabilidades.ConfiabilidadesSurface;
import io.github.govbrkeycloak.simulator.control.ControlSurface;
import io.github.govbrkeycloak.simulator.empresas.EmpresasSurface;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.procuracao.ProcuracaoSurface;
import io.github.govbrkeycloak.simulator.revalidacao.RevalidacaoSurface;
import io.github.govbrkeycloak.simulator.sso.SsoSurface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of gov.br that one simulator has. */
final class Surfaces {

  private final World world;
  private final SsoSurface sso;
  private final List<Surface> all;
  private final ControlSurface control;

  Surfaces(World world, CallLog calls) {
    this.world = world;
    ProcuracaoSurface procuracao = new ProcuracaoSurface(world);
    sso = new SsoSurface(world, procuracao.loginStages());
    all =
        List.of(
            sso,
            new CatalogoSurface(world),
            new ConfiabilidadesSurface(world),
            new EmpresasSurface(world),
            new CertificadoSurface(world),
            new RevalidacaoSurface(world),
            procuracao,
            new BalcaoSurface(world),
            new ConectaSurface(world));
    List<Endpoint> endpoints =
        all.stream().flatMap(surface -> surface.endpoints().stream()).toList();
    control =
        new ControlSurface(
            world, calls, endpoints, this::exported, this::forgetEverybody, this::reset);
  }

  List<Surface> all() {
    return all;
  }

  List<Object> controlResources() {
    return control.resources();
  }

  /** What was created or changed since the start. */
  private Map<String, List<?>> exported() {
    Map<String, List<?>> exported = new TreeMap<>();
    exported.put("personas", world.personas().changed());
    all.forEach(surface -> exported.putAll(surface.exported()));
    return exported;
  }

  /** Ends all sessions and logins under way, and takes back all consents. */
  void forgetEverybody() {
    world.endSessions();
    sso.reset();
  }

  /** As after the start. */
  void reset() {
    world.reset();
    all.forEach(Surface::reset);
    control.forget();
  }
}
