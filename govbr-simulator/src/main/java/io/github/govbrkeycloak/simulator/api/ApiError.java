package io.github.govbrkeycloak.simulator.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as gov.br's APIs tell it: {@code {"errors":[{"status","code","title"}]}}. */
public final class ApiError {

  private ApiError() {}

  /** An exception that becomes this answer. */
  public static WebApplicationException of(int status, String code, String title) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", status);
    error.put("code", code);
    error.put("title", title);
    return new WebApplicationException(
        Response.status(status)
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(Map.of("errors", List.of(error)))
            .build());
  }
}
