package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.http.QueryText;
import io.github.govbrkeycloak.simulator.http.Redirect;
import io.github.govbrkeycloak.simulator.login.AuthorizationRequest;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The way back from gov.br to the service, with a code or with an error. */
public final class ReturnAddress {

  private final String redirectUri;
  private final String state;

  /**
   * Takes a registered address only.
   *
   * @param state echoed, unless {@code null}
   */
  public ReturnAddress(String redirectUri, String state) {
    this.redirectUri = redirectUri;
    this.state = state;
  }

  static ReturnAddress of(AuthorizationRequest request) {
    return new ReturnAddress(request.redirectUri(), request.state());
  }

  /** With the code of a login that ended well. */
  public Response.ResponseBuilder withCode(String code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    return redirect(parameters);
  }

  /** With the reason why there is no code. */
  public Response.ResponseBuilder withError(String error, String description) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error);
    parameters.put("error_description", description);
    return redirect(parameters);
  }

  private Response.ResponseBuilder redirect(Map<String, String> parameters) {
    if (state != null) {
      parameters.put("state", state);
    }
    String query =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + QueryText.encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    String separator = redirectUri.contains("?") ? "&" : "?";
    return Redirect.to(redirectUri + separator + query);
  }
}
