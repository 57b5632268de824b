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

  private static final String NAME_LABEL = "claimFilterName";
  private static final String VALUES_LABEL = "claimFilterValue";

  /**
   * Reads the setting.
   *
   * @throws InvalidSettingException naming the field and the remedy
   */
  static EssentialClaim of(String name, String values) {
    if (name.isBlank()) {
      throw InvalidSettingException.ofKeycloak(NAME_LABEL, "claim.nome");
    }
    try {
      return new EssentialClaim(name, Pattern.compile(values));
    } catch (PatternSyntaxException unreadable) {
      throw InvalidSettingException.ofKeycloak(VALUES_LABEL, "claim.expressao");
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
