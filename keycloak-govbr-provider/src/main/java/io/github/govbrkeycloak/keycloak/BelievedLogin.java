package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import io.github.govbrkeycloak.keycloak.token.Subject;
import org.keycloak.models.KeycloakSession;

/**
 * What a request's login is believed by: read once, and looked at several times.
 *
 * @param idToken that states who it is
 * @param person whom it states
 */
record BelievedLogin(VerifiedIdToken idToken, Identifiers person) {

  /**
   * The login that a token states.
   *
   * @throws LoginRefusedException when the person cannot be named
   */
  static BelievedLogin of(VerifiedIdToken idToken, KeycloakSession session, GovBrConfig config) {
    Subject subject =
        Subject.of(idToken.claims(), config.endpoints().hasFreeSubject()).orElseThrow();
    return new BelievedLogin(
        idToken, Identifiers.of(subject, session, session.getContext().getRealm(), config));
  }

  /**
   * This login, if it is the one of a token.
   *
   * @throws LoginRefusedException when Keycloak speaks of another one
   */
  BelievedLogin by(Object token) {
    if (idToken.token() != token) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
    return this;
  }
}
