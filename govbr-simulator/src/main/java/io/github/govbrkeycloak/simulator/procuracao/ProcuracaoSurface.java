package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.fixtures.FixtureFile;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.sso.LoginStage;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;
import java.util.Map;

/** Powers of attorney: the API, the citizens' page, and the question at login. */
public final class ProcuracaoSurface implements Surface {

  private static final String HISTORY = "/procuracoes/{id}/historico-acessos";

  private final World world;
  private final PowersOfAttorney powers;

  /** Knows the powers of this world. */
  public ProcuracaoSurface(World world) {
    this.world = world;
    this.powers =
        new PowersOfAttorney(
            world.fixtures().list(FixtureFile.POWERS_OF_ATTORNEY, PowerOfAttorney.class),
            world.clock());
    world.personas().watch(powers::end);
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("procuracoes", "/procuracoes/v2/procuracoes"),
        new Endpoint("historico-acessos", "/procuracoes/v2" + HISTORY),
        new Endpoint("procuracoes-v1", "/procuracoes/v1/procuracoes"),
        new Endpoint("historico-acessos-v1", "/procuracoes/v1" + HISTORY),
        new Endpoint("procuracao", PowerPageResource.PATH),
        new Endpoint("procuracao-nova", PowerPageResource.PATH + "/nova"),
        new Endpoint("procuracao-encerrar", PowerPageResource.PATH + "/{id}/{modo}"));
  }

  @Override
  public List<Inspector> inspectors() {
    return endpoints().stream()
        .filter(endpoint -> endpoint.template().startsWith("/procuracoes/v"))
        .<Inspector>map(
            endpoint ->
                new PowersInspector(
                    endpoint.template().endsWith(HISTORY)
                        ? PowersResource.RECORD
                        : PowersResource.RETRIEVE,
                    endpoint,
                    world.accessTokens()))
        .toList();
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new PowersResource(
            powers,
            new PowerAccess(
                new ApiAccess(world.accessTokens(), world.settings()), world.settings()),
            new PowerJson(world.personas(), world.settings(), world.clock()),
            world.clock()),
        page());
  }

  private PowerPageResource page() {
    OfferedServices offered = new OfferedServices(world.clients(), powers, world.settings());
    return new PowerPageResource(
        world.signIn(),
        world.sessions(),
        world.personas(),
        powers,
        offered,
        new PowerRules(world.personas(), offered, world.clock()),
        new PowerPages(world.pages(), powers, world.personas(), world.issuer(), world.clock()),
        world.issuer());
  }

  @Override
  public Map<String, List<?>> exported() {
    return Map.of("procuracoes", powers.changed());
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
