package io.github.govbrkeycloak.simulator.control;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What the control API says when it does not understand, in Portuguese. */
final class ControlError {

  private ControlError() {}

  static WebApplicationException badRequest(String message) {
    return answer(400, message);
  }

  static WebApplicationException notFound(String message) {
    return answer(404, message);
  }

  private static WebApplicationException answer(int status, String message) {
    return new WebApplicationException(
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(Map.of("erro", message))
            .build());
  }
}
