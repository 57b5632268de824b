package io.github.govbrkeycloak.simulator.certificado;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.http.Surface;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/** The API that tells which certificate a citizen signed in with. */
public final class CertificadoSurface implements Surface {

  /** A part of this world. */
  public CertificadoSurface(World world) {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of();
  }

  @Override
  public List<Object> resources() {
    return List.of();
  }
}
