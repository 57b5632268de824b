package io.github.govbrkeycloak.keycloak.steps.senha;

import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the access token must say that tells who typed the password, its signature apart. gov.br's
 * document says only that {@code sub} is the person; everything else is what keeps another token of
 * gov.br from counting as this one.
 *
 * @param issuers who may have issued it
 * @param clientId client id of the credential
 * @param clockSkew difference between the clocks that is forgiven
 * @param hasFreeSubject whether the subject need not be a CPF
 */
record PasswordToken(
    Set<String> issuers, String clientId, Duration clockSkew, boolean hasFreeSubject) {

  private static final String SCOPE = "password-validation";

  /**
   * The first rule that a token breaks.
   *
   * @param askedAt when the password was asked for: it was typed after that
   * @return empty when the token is good
   */
  Optional<Reason> firstBroken(Claims token, Instant askedAt, Instant now) {
    if (!token.exactText("iss").filter(issuers::contains).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_ISSUER);
    }
    if (!token.list("aud").equals(List.of(clientId)) || isForSomethingElse(token)) {
      return Optional.of(Reason.ID_TOKEN_AUDIENCE);
    }
    if (!token.instant("exp").filter(exp -> exp.plus(clockSkew).isAfter(now)).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_EXPIRED);
    }
    if (!token.instant("iat").filter(iat -> isAnswer(iat, askedAt, now)).isPresent()) {
      return Optional.of(Reason.ID_TOKEN_ISSUED_AT);
    }
    return Subject.of(token, hasFreeSubject).isEmpty()
        ? Optional.of(Reason.ID_TOKEN_SUBJECT)
        : Optional.empty();
  }

  private boolean isAnswer(Instant issuedAt, Instant askedAt, Instant now) {
    return !issuedAt.plus(clockSkew).isBefore(askedAt) && !issuedAt.minus(clockSkew).isAfter(now);
  }

  /** A token that tells its scope must be one that a password was typed for. */
  private static boolean isForSomethingElse(Claims token) {
    List<String> scopes =
        token.list("scope").stream().flatMap(text -> Arrays.stream(text.split(" "))).toList();
    return !scopes.isEmpty() && !scopes.contains(SCOPE);
  }
}
