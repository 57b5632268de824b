package io.github.govbrkeycloak.simulator.login;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One name for everything that belongs to a login, from {@code /authorize} to the calls made with
 * its access token, whose {@code jti} it is. It says nothing about anybody.
 */
public final class LoginId {

  private LoginId() {}

  /** The name of the login with this {@code authorization_id}. */
  public static String of(String authorizationId) {
    return UUID.nameUUIDFromBytes(("login " + authorizationId).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
