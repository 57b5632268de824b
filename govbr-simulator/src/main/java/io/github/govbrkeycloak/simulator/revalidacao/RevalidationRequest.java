package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.QueryText;
import io.github.govbrkeycloak.simulator.sso.ReturnAddress;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * What a service asked the older host for, checked.
 *
 * @param state echoed, {@code null} if not sent: here it is optional
 */
record RevalidationRequest(Client client, String redirectUri, String state, String scope) {

  /** The only scope of this host. */
  static final String SCOPE = "password-validation";

  /**
   * Reads a request whose service and return address are registered for this host.
   *
   * @return empty if they are not: nobody may be sent anywhere then
   */
  static Optional<RevalidationRequest> of(MultivaluedMap<String, String> sent, Clients clients) {
    String redirectUri = String.valueOf(sent.getFirst("redirect_uri"));
    return clients
        .withId(sent.getFirst("client_id"))
        .filter(client -> client.escopos().contains(SCOPE))
        .filter(client -> client.redirectUris().contains(redirectUri))
        .filter(client -> "code".equals(sent.getFirst("response_type")))
        .map(
            client ->
                new RevalidationRequest(
                    client, redirectUri, sent.getFirst("state"), sent.getFirst("scope")));
  }

  boolean hasTheScope() {
    return SCOPE.equals(scope);
  }

  ReturnAddress returnAddress() {
    return new ReturnAddress(redirectUri, state);
  }

  /** The same request again, for the form of the page. */
  String query() {
    return "?response_type=code&scope="
        + SCOPE
        + "&client_id="
        + QueryText.encode(client.clientId())
        + "&redirect_uri="
        + QueryText.encode(redirectUri)
        + (state == null ? "" : "&state=" + QueryText.encode(state));
  }
}
