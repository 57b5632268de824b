package io.github.govbrkeycloak.simulator.control;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/** Makes the simulated gov.br forget who has been there. */
@Path("/simulador/sessoes")
public final class SessionsResource {

  private final Runnable forgetEverybody;

  SessionsResource(Runnable forgetEverybody) {
    this.forgetEverybody = forgetEverybody;
  }

  /** Ends all sessions and logins under way, and takes back all consents. */
  @DELETE
  public void clear() {
    forgetEverybody.run();
  }
}
