package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.simulator.http.QueryText;
import io.github.govbrkeycloak.simulator.tokens.Issuer;

/** The address of gov.br's login page. */
public final class LoginAddress {

  /** The path of the login page. */
  public static final String PATH = "/login";

  private LoginAddress() {}

  /** Where a login goes on. */
  public static String of(Issuer issuer, PendingLogin login) {
    return of(issuer, login.request().client().clientId(), login.id());
  }

  /** Where the login of that id and client would go on. */
  public static String of(Issuer issuer, String clientId, String authorizationId) {
    return issuer.path(PATH)
        + "?client_id="
        + QueryText.encode(clientId)
        + "&authorization_id="
        + authorizationId;
  }
}
