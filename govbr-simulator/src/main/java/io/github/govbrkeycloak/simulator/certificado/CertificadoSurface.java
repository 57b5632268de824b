package io.github.govbrkeycloak.simulator.certificado;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiInspector;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API that tells which certificate a citizen signed in with. */
public final class CertificadoSurface implements Surface {

  private static final Endpoint INFO = new Endpoint("certificado", "/api/x509/info");

  private final World world;

  /** Tells about the citizens of this world. */
  public CertificadoSurface(World world) {
    this.world = world;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(INFO);
  }

  @Override
  public List<Inspector> inspectors() {
    return List.of(ApiInspector.demanding(CertificadoResource.SCOPE, INFO, world.accessTokens()));
  }

  @Override
  public List<Object> resources() {
    return List.of(
        new CertificadoResource(
            new ApiAccess(world.accessTokens(), world.settings()), world.settings()));
  }
}
