package io.github.govbrkeycloak.keycloak.config;

import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What Keycloak's setting "Verify essential claim" demands of an ID token. Keycloak would write the
 * claim's values into the log when they do not match; here nothing of them is told.
 *
 * @param name of the claim
 * @param values pattern that one of its values must match as a whole
 */
public record EssentialClaim(String name, Pattern values) {

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException with a sentence for the administrator
   */
  static EssentialClaim of(String name, String values) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("Essential claim: informe o nome do claim.");
    }
    try {
      return new EssentialClaim(name, Pattern.compile(values));
    } catch (PatternSyntaxException unreadable) {
      throw new IllegalArgumentException(
          "Essential claim value: a expressão regular não pode ser lida.");
    }
  }

  /** Whether a token has it. */
  public boolean isIn(Claims idToken) {
    Object claim = idToken.values().get(name);
    List<?> stated =
        claim instanceof List<?> list ? list : claim == null ? List.of() : List.of(claim);
    return stated.stream()
        .filter(Objects::nonNull)
        .anyMatch(value -> values.matcher(value.toString()).matches());
  }
}
