package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.http.CallLog;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The latest calls to the simulated gov.br. */
@Path("/simulador/chamadas")
@Produces(MediaType.APPLICATION_JSON)
public final class CallsResource {

  private final CallLog calls;

  CallsResource(CallLog calls) {
    this.calls = calls;
  }

  /** The calls, oldest first. */
  @GET
  public List<CallLog.Entry> all() {
    return calls.entries();
  }

  /** Forgets all calls. */
  @DELETE
  public void clear() {
    calls.clear();
  }
}
