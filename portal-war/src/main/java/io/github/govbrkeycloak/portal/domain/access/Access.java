package io.github.govbrkeycloak.portal.domain.access;

import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One opening of a page that shows personal data.
 *
 * @param at when
 * @param page code of the page ({@link Page#code()})
 * @param nivel name of the account's level in that login, where it had one
 * @param person pseudonym of the person
 */
public record Access(Instant at, String page, Optional<String> nivel, PersonId person) {

  public Access {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(nivel, "nivel");
    Objects.requireNonNull(person, "person");
  }
}
