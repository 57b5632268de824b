package io.github.govbrkeycloak.simulator.tls;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Optional;

/** Hands out the certificate, so that clients can be told to trust it. */
@Path("/simulador/certificado.pem")
public final class TlsCertificateResource {

  private final Optional<ServerIdentity> identity;

  /** Empty where the simulator serves http. */
  public TlsCertificateResource(Optional<ServerIdentity> identity) {
    this.identity = identity;
  }

  /** The certificate. */
  @GET
  @Produces("application/x-pem-file")
  public String pem() {
    return identity.map(ServerIdentity::pem).orElseThrow(NotFoundException::new);
  }
}
