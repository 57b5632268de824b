package io.github.govbrkeycloak.portal.domain.citizen;

import java.util.Objects;

/**
 * An e-mail address or a telephone number.
 *
 * @param value as gov.br states it
 * @param verified whether gov.br confirmed that it reaches the person
 */
public record Contact(String value, boolean verified) {

  public Contact {
    Objects.requireNonNull(value, "value");
  }

  /** Without the address: a contact is personal data and must not reach a log. */
  @Override
  public String toString() {
    return "Contact[verified=" + verified + "]";
  }
}
