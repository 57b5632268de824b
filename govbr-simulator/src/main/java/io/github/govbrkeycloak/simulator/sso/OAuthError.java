package io.github.govbrkeycloak.simulator.sso;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** An OAuth error answer. */
public final class OAuthError {

  private OAuthError() {}

  /** An error and what it means. */
  public static Response.ResponseBuilder answer(int status, String error, String description) {
    return answer(status, error, description, Map.of());
  }

  static Response.ResponseBuilder answer(
      int status, String error, String description, Map<String, String> more) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    body.putAll(more);
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header("Cache-Control", "no-store")
        .entity(body);
  }
}
