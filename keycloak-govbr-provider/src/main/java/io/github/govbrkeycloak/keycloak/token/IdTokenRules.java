package io.github.govbrkeycloak.keycloak.token;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an ID token of gov.br must say to be believed, its signature apart.
 *
 * <p>Rules: OpenID Connect Core 1.0, section 3.1.3.7; gov.br's roteiro, "Passo 9" (the subject is a
 * CPF).
 *
 * @param issuer gov.br's issuer, exactly, with its slash at the end
 * @param clientId our client id at gov.br
 * @param clockSkew difference between the clocks that is forgiven
 * @param hasFreeSubject whether the subject need not be a CPF
 */
public record IdTokenRules(
    String issuer, String clientId, Duration clockSkew, boolean hasFreeSubject) {

  /** gov.br's own sample code takes no token that is older. */
  private static final Duration MAX_AGE = Duration.ofHours(1);

  /**
   * The first rule that a token breaks.
   *
   * @param expectedNonce what this login sent; a token that answers no login of ours is not good
   * @return empty when the token is good
   */
  public Optional<Reason> firstBroken(Claims token, Optional<String> expectedNonce, Instant now) {
    if (!token.exactText("iss").filter(issuer::equals).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_ISSUER);
    }
    if (!isForUs(token)) {
      return Optional.of(Reason.ID_TOKEN_AUDIENCE);
    }
    if (!token.instant("exp").filter(exp -> exp.plus(clockSkew).isAfter(now)).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_EXPIRED);
    }
    if (!token.instant("iat").filter(iat -> isRecent(iat, now)).isPresent()
        || isNotYetValid(token, now)) {
      return Optional.of(Reason.ID_TOKEN_ISSUED_AT);
    }
    if (!expectedNonce.filter(nonce -> hasNonce(token, nonce)).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_NONCE);
    }
    if (Subject.of(token, hasFreeSubject).isEmpty()) {
      return Optional.of(Reason.ID_TOKEN_SUBJECT);
    }
    return Optional.empty();
  }

  private boolean isRecent(Instant issuedAt, Instant now) {
    return !issuedAt.minus(clockSkew).isAfter(now)
        && !issuedAt.plus(MAX_AGE).plus(clockSkew).isBefore(now);
  }

  private boolean isNotYetValid(Claims token, Instant now) {
    return token.values().containsKey("nbf")
        && token.instant("nbf").filter(nbf -> !nbf.minus(clockSkew).isAfter(now)).isEmpty();
  }

  private boolean isForUs(Claims token) {
    List<String> audience = token.list("aud");
    boolean hasAuthorizedParty = token.values().get("azp") != null;
    return audience.contains(clientId)
        && (isOne(token.values().get("aud")) || hasAuthorizedParty)
        && (!hasAuthorizedParty || token.exactText("azp").filter(clientId::equals).isPresent());
  }

  private static boolean isOne(Object audience) {
    return !(audience instanceof List<?> list) || list.size() == 1;
  }

  private static boolean hasNonce(Claims token, String expected) {
    byte[] expectedBytes = expected.getBytes(StandardCharsets.UTF_8);
    return token
        .exactText("nonce")
        .map(nonce -> nonce.getBytes(StandardCharsets.UTF_8))
        .filter(nonce -> MessageDigest.isEqual(nonce, expectedBytes))
        .isPresent();
  }
}
