package io.github.govbrkeycloak.portal.domain.citizen;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The pseudonym of a person: the {@code sub} that Keycloak gave the account. It says nothing about
 * the person outside of this realm, and it is no CPF.
 *
 * @param value 1 to 255 visible ASCII characters, as OpenID Connect Core section 2 limits {@code
 *     sub}
 */
public record PersonId(String value) {

  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,255}");

  /**
   * @throws IllegalArgumentException when the value cannot be a {@code sub}
   */
  public PersonId {
    Objects.requireNonNull(value, "value");
    if (!VISIBLE_ASCII.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a subject identifier");
    }
  }
}
