package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.keys.SignatureCheck;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.IdTokenRules;
import io.github.govbrkeycloak.keycloak.token.SignedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

/**
 * Believes an ID token or refuses it, whole.
 *
 * @param session of the login that the token must answer
 * @param config what is expected
 * @param signatures gov.br's keys
 */
record IdTokenCheck(KeycloakSession session, GovBrConfig config, SignatureCheck signatures) {

  /** Keycloak's note of the nonce that it sent; its constant is private. */
  private static final String BROKER_NONCE = "BROKER_NONCE";

  /**
   * The token, when it keeps every rule.
   *
   * @throws LoginRefusedException when it does not
   */
  VerifiedIdToken verified(String encoded) {
    SignedToken signed = SignedToken.parse(encoded);
    if (!signatures.confirms(signed)) {
      throw new LoginRefusedException(Reason.ID_TOKEN_SIGNATURE);
    }
    Claims said = signed.claims();
    rules()
        .firstBroken(said, nonceOfThisLogin(), Instant.ofEpochMilli(Time.currentTimeMillis()))
        .ifPresent(
            reason -> {
              throw new LoginRefusedException(reason);
            });
    return new VerifiedIdToken(asKeycloakHasIt(said), said, signed.algorithm());
  }

  private IdTokenRules rules() {
    return new IdTokenRules(
        config.getIssuer(),
        config.getClientId(),
        Duration.ofSeconds(config.getAllowedClockSkew()),
        config.endpoints().hasFreeSubject());
  }

  private Optional<String> nonceOfThisLogin() {
    return Optional.ofNullable(session.getContext().getAuthenticationSession())
        .map(login -> login.getClientNote(BROKER_NONCE));
  }

  private static JsonWebToken asKeycloakHasIt(Claims claims) {
    try {
      return JsonSerialization.mapper.convertValue(claims.values(), JsonWebToken.class);
    } catch (IllegalArgumentException unreadable) {
      throw new LoginRefusedException(Reason.ID_TOKEN_MALFORMED);
    }
  }
}
