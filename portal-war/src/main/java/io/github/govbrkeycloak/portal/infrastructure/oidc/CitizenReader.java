package io.github.govbrkeycloak.portal.infrastructure.oidc;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.Company;
import io.github.govbrkeycloak.portal.domain.citizen.Contact;
import io.github.govbrkeycloak.portal.domain.citizen.HeldSelo;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import java.util.List;
import java.util.Optional;

/** Reads the facts of a person from the claims of the client scope {@code govbr}. */
final class CitizenReader {

  private CitizenReader() {}

  /**
   * @param idToken an ID token that the container has already found genuine
   * @param subject the {@code sub} by which the container knows the person
   */
  static Citizen read(String idToken, PersonId subject) {
    Claims claims = Claims.ofToken(idToken);
    Claims govbr = claims.object("govbr");
    return new Citizen(
        subject,
        claims.text("name"),
        claims.text("nome_social"),
        claims.text("cpf").flatMap(Cpf::parse),
        nivel(claims, govbr),
        selos(govbr),
        claims.texts("amr").stream().map(Amr::of).toList(),
        company(claims, govbr.object("empresa")),
        contact(claims, "email"),
        contact(claims, "phone_number"),
        govbr.timestamp("autenticado_em").or(() -> claims.numericDate("auth_time")));
  }

  /** Not from {@code acr}: without gov.br it is Keycloak's own scale, whose "1" is not Bronze. */
  private static Optional<Nivel> nivel(Claims claims, Claims govbr) {
    return govbr.text("nivel").or(() -> claims.text("govbr_nivel")).map(Nivel::of);
  }

  private static List<HeldSelo> selos(Claims govbr) {
    return govbr.objects("selos").stream()
        .flatMap(
            selo ->
                selo
                    .text("id")
                    .map(id -> new HeldSelo(Selo.of(id), selo.timestamp("atualizado_em")))
                    .stream())
        .toList();
  }

  private static Optional<Company> company(Claims claims, Claims empresa) {
    return claims
        .text("cnpj")
        .or(() -> empresa.text("cnpj"))
        .flatMap(Cnpj::parse)
        .map(cnpj -> new Company(cnpj, empresa.text("razao_social")));
  }

  private static Optional<Contact> contact(Claims claims, String name) {
    return claims.text(name).map(value -> new Contact(value, claims.isTrue(name + "_verified")));
  }
}
