package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.model.Cpf;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a person beyond the ID token. Each is empty when nobody needed it or gov.br did
 * not tell it; an empty list is known to be empty.
 *
 * @param categories categories of the seals
 * @param certificate the certificate used
 * @param companies the companies that the person is linked to
 * @param represented on whose behalf the person signed in, under a power of attorney
 */
public record ExtraFacts(
    Optional<List<HeldCategoria>> categories,
    Optional<UsedCertificate> certificate,
    Optional<List<LinkedCompany>> companies,
    Optional<Cpf> represented) {

  /** Nothing is known. */
  public static final ExtraFacts NONE =
      new ExtraFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public ExtraFacts {
    categories = categories.map(List::copyOf);
    companies = companies.map(List::copyOf);
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "ExtraFacts";
  }
}
