package io.github.govbrkeycloak.simulator.sso;

/** The address of gov.br's login page. */
final class LoginAddress {

  private LoginAddress() {}

  static String of(String clientId, String authorizationId) {
    return SsoEndpoints.LOGIN.template()
        + "?client_id="
        + QueryText.encode(clientId)
        + "&authorization_id="
        + authorizationId;
  }
}
