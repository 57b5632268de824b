package io.github.govbrkeycloak.portal.domain.citizen;

import java.util.Objects;

/**
 * The pseudonym of a person: the {@code sub} that Keycloak gave the account. It says nothing about
 * the person outside of this realm, and it is no CPF.
 *
 * @param value 1 to 255 characters (OpenID Connect Core section 2), none of them a control
 *     character
 */
public record PersonId(String value) {

  private static final int LONGEST = 255;

  /**
   * @throws IllegalArgumentException when the value cannot be a {@code sub}
   */
  public PersonId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()
        || value.length() > LONGEST
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("Not a subject identifier");
    }
  }
}
