package io.github.govbrkeycloak.simulator.control;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What has been created or changed since the start, in the form of the fixture files. */
@Path("/simulador/estado")
@Produces(MediaType.APPLICATION_JSON)
public final class StateResource {

  private final Supplier<Map<String, List<?>>> exported;
  private final Runnable reset;

  StateResource(Supplier<Map<String, List<?>>> exported, Runnable reset) {
    this.exported = exported;
    this.reset = reset;
  }

  /** Everything new, by the name of the file it would stand in. */
  @GET
  public Map<String, List<?>> export() {
    return exported.get();
  }

  /** As after the start, except for the registered services. */
  @DELETE
  public void reset() {
    reset.run();
  }
}
