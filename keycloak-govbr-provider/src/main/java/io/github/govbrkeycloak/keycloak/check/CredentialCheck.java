package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.JsonAnswer;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether gov.br knows the credential, and lets it ask for what logins ask for. The token endpoint
 * is asked for a token in the credential's own name: a wrong credential gets 401, a right one 400
 * with the scopes that it may ask for (measured in 2026, not documented).
 *
 * @param clientId of the credential
 * @param scopes what logins ask for
 */
record CredentialCheck(String clientId, Set<String> scopes) {

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  /** In every credential; an answer without it lists no scopes. */
  private static final String ALWAYS = "openid";

  private static final String NOT_ALLOWED = "unauthorized_client";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[.:-]*([^A-Za-z0-9_.:-]+|$)");

  Finding credential(Result<Answer> result) {
    if (result.value().isEmpty()) {
      return Finding.red(Item.CREDENCIAL, "sem-resposta", result.outcome().word());
    }
    int status = result.value().map(Answer::status).orElse(0);
    return switch (status) {
      case OK -> Finding.green(Item.CREDENCIAL, clientId);
      // Keycloak as an issuer says the same to a wrong secret and to a right one.
      case UNAUTHORIZED ->
          isKnownButNotAllowed(result)
              ? Finding.yellow(Item.CREDENCIAL, "incerta", Integer.toString(status))
              : Finding.red(Item.CREDENCIAL, "recusada", clientId);
      case BAD_REQUEST ->
          allowed(result).isPresent() || isKnownButNotAllowed(result)
              ? Finding.green(Item.CREDENCIAL, clientId)
              : Finding.yellow(Item.CREDENCIAL, "incerta", Integer.toString(status));
      default -> Finding.yellow(Item.CREDENCIAL, "incerta", Integer.toString(status));
    };
  }

  /** What standard issuers say to a right credential (RFC 6749, section 5.2). */
  private static boolean isKnownButNotAllowed(Result<Answer> result) {
    return result
        .value()
        .flatMap(CredentialCheck::refusal)
        .flatMap(refusal -> refusal.exactText("error"))
        .filter(NOT_ALLOWED::equals)
        .isPresent();
  }

  Finding scopes(Optional<Result<Answer>> result) {
    return result
        .flatMap(CredentialCheck::allowed)
        .map(this::compared)
        .orElseGet(() -> Finding.yellow(Item.ESCOPOS, "incertos"));
  }

  private Finding compared(Set<String> allowed) {
    Set<String> missing = new TreeSet<>(scopes);
    missing.removeAll(allowed);
    return missing.isEmpty()
        ? Finding.green(Item.ESCOPOS)
        : Finding.red(Item.ESCOPOS, "nao-liberados", String.join(", ", missing));
  }

  /**
   * The scopes that gov.br's refusal names: in words, and in a list of their own where it has one.
   */
  private static Optional<Set<String>> allowed(Result<Answer> result) {
    return result
        .value()
        .filter(answer -> answer.status() == BAD_REQUEST)
        .flatMap(CredentialCheck::refusal)
        .map(
            refusal ->
                refusal.text("error_description").orElse("")
                    + " "
                    + refusal.text("scope").orElse(""))
        .map(
            text ->
                Arrays.stream(BETWEEN_WORDS.split(text)).collect(Collectors.toUnmodifiableSet()))
        .filter(words -> words.contains(ALWAYS));
  }

  private static Optional<Claims> refusal(Answer answer) {
    try {
      return Optional.of(JsonAnswer.object(answer.body()));
    } catch (UnusableAnswerException unreadable) {
      return Optional.empty();
    }
  }
}
