package io.github.govbrkeycloak.simulator.control;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Tells that the simulator is ready. */
@Path("/simulador/saude")
public final class HealthResource {

  HealthResource() {}

  /** Whoever gets this answer may start. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, String> health() {
    return Map.of("status", "UP");
  }
}
