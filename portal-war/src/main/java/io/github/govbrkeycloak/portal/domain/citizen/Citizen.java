package io.github.govbrkeycloak.portal.domain.citizen;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The signed-in person, exactly as the tokens of this login state it. Everything but the pseudonym
 * may be absent: gov.br omits what it does not know, and a session may not come from gov.br at all.
 *
 * @param id pseudonym
 * @param name civil name
 * @param socialName name the person is to be called by (Decreto 8.727/2016)
 * @param cpf number of the person
 * @param nivel level of the account in this login
 * @param selos seals of the account
 * @param factors how the person proved who they are in this login ({@code amr})
 * @param company company of the certificate used
 * @param email e-mail address
 * @param phone telephone number
 * @param signedInAt when the login happened
 */
public record Citizen(
    PersonId id,
    Optional<String> name,
    Optional<String> socialName,
    Optional<Cpf> cpf,
    Optional<Nivel> nivel,
    List<HeldSelo> selos,
    List<Amr> factors,
    Optional<Company> company,
    Optional<Contact> email,
    Optional<Contact> phone,
    Optional<Instant> signedInAt) {

  public Citizen {
    selos = List.copyOf(selos);
    factors = List.copyOf(factors);
  }

  /** What the portal calls the person: the social name goes before the civil one. */
  public Optional<String> displayName() {
    return socialName.or(() -> name);
  }

  /** Without personal data. */
  @Override
  public String toString() {
    return "Citizen[" + id.value() + "]";
  }
}
