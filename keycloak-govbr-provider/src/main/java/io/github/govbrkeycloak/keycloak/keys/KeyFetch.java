package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;

/** Asks an issuer for its keys, once. */
@FunctionalInterface
public interface KeyFetch {

  /**
   * What the issuer publishes now.
   *
   * @param urgent whether a login cannot go on without; otherwise it waits less
   * @throws LoginRefusedException when the issuer does not answer, or not with keys
   */
  KeySet fetch(boolean urgent);
}
