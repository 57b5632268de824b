package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedContact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedSelo;
import io.github.govbrkeycloak.keycloak.session.StatedExtras;
import io.github.govbrkeycloak.keycloak.session.StatedExtras.StatedCategoria;
import io.github.govbrkeycloak.keycloak.session.StatedExtras.StatedCertificate;
import io.github.govbrkeycloak.model.Categoria;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims contract: what applications read of gov.br's facts. Only what is known appears.
 *
 * <p>Pure: from facts to claims, the same for OpenID Connect and SAML.
 */
final class GovBrClaims {

  /** The {@code acr} of a login whose level is not known: no assurance (OpenID Connect Core, 2). */
  private static final String NO_ASSURANCE = "0";

  private final SessionFacts facts;

  GovBrClaims(SessionFacts facts) {
    this.facts = facts;
  }

  /** The level as an authentication context class: {@code bronze}, {@code prata}, {@code ouro}. */
  String acr() {
    return facts.nivel() != null && Nivel.of(facts.nivel()).isKnown()
        ? facts.nivel()
        : NO_ASSURANCE;
  }

  /**
   * Claims that OpenID Connect names. An empty one is known to be absent at gov.br: what Keycloak
   * has of an earlier login must not stand in for it.
   */
  Map<String, Optional<Object>> standard() {
    Optional<StatedContact> email = Optional.ofNullable(facts.email());
    Optional<StatedContact> phone = Optional.ofNullable(facts.phone());
    return Map.of(
        "name", Optional.ofNullable(facts.name()),
        "email", email.map(StatedContact::value),
        "email_verified", email.map(StatedContact::verified),
        "phone_number", phone.map(StatedContact::value),
        "phone_number_verified", phone.map(StatedContact::verified));
  }

  /** Claims that OpenID Connect does not name, and {@code amr}. */
  Map<String, Object> custom() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("amr", facts.amr());
    putKnown(claims, "cpf", facts.cpf());
    putKnown(claims, "nome_social", facts.socialName());
    if (facts.company() != null) {
      claims.put("cnpj", facts.company().cnpj());
    }
    claims.put("govbr", govbr());
    putKnown(claims, "govbr_nivel", facts.nivel());
    claims.put("govbr_selos", facts.selos().stream().map(StatedSelo::id).toList());
    return claims;
  }

  /** The structured claim {@code govbr}. */
  Map<String, Object> govbr() {
    Map<String, Object> claim = new LinkedHashMap<>();
    putKnown(claim, "nivel", facts.nivel());
    claim.put("selos", facts.selos().stream().map(GovBrClaims::selo).toList());
    extras()
        .map(StatedExtras::categories)
        .ifPresent(
            held -> claim.put("categorias", held.stream().map(GovBrClaims::categoria).toList()));
    if (facts.company() != null) {
      claim.put("empresa", company());
    }
    extras()
        .map(StatedExtras::represented)
        .ifPresent(cpf -> claim.put("representado", Map.of("cpf", cpf)));
    extras()
        .map(StatedExtras::certificate)
        .ifPresent(used -> claim.put("certificado", certificate(used)));
    claim.put("autenticado_em", facts.authenticatedAt());
    putKnown(claim, "senha_revalidada_em", facts.passwordConfirmedAt());
    return claim;
  }

  private Optional<StatedExtras> extras() {
    return Optional.ofNullable(facts.extras());
  }

  private static Map<String, Object> categoria(StatedCategoria stated) {
    Categoria categoria = Categoria.of(stated.id());
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("id", categoria.id());
    if (categoria.isKnown()) {
      claim.put("nome", categoria.slug());
    }
    putKnown(claim, "atualizado_em", stated.updatedAt());
    return claim;
  }

  private static Map<String, Object> certificate(StatedCertificate used) {
    Map<String, Object> claim = new LinkedHashMap<>();
    putKnown(claim, "tipo", used.kind());
    putKnown(claim, "provedor", used.provider());
    return claim;
  }

  private static Map<String, Object> selo(StatedSelo stated) {
    Selo selo = Selo.of(stated.id());
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("id", selo.id());
    if (selo.isKnown()) {
      claim.put("nome", selo.slug());
      claim.put("nivel", selo.nivel().name());
    }
    putKnown(claim, "atualizado_em", stated.updatedAt());
    return claim;
  }

  private Map<String, Object> company() {
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("cnpj", facts.company().cnpj());
    putKnown(claim, "razao_social", facts.company().name());
    putKnown(claim, "atuacao", facts.company().role());
    boolean isChosen = Boolean.TRUE.equals(facts.company().chosen());
    claim.put("origem", isChosen ? "escolhida" : "certificado");
    return claim;
  }

  /** The flat claims, each with all its values, for protocols without objects. */
  Map<String, List<String>> flat() {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    attributes.put("acr", List.of(acr()));
    attributes.put("amr", facts.amr());
    putKnownValue(attributes, "cpf", facts.cpf());
    putKnownValue(attributes, "name", facts.name());
    putKnownValue(attributes, "nome_social", facts.socialName());
    if (facts.email() != null) {
      putKnownValue(attributes, "email", facts.email().value());
    }
    if (facts.phone() != null) {
      putKnownValue(attributes, "phone_number", facts.phone().value());
    }
    if (facts.company() != null) {
      putKnownValue(attributes, "cnpj", facts.company().cnpj());
    }
    putKnownValue(attributes, "govbr_nivel", facts.nivel());
    attributes.put("govbr_selos", facts.selos().stream().map(StatedSelo::id).toList());
    putFlatExtras(attributes);
    return attributes;
  }

  private void putFlatExtras(Map<String, List<String>> attributes) {
    if (facts.company() != null) {
      putKnownValue(attributes, "govbr_atuacao", facts.company().role());
    }
    if (facts.extras() == null) {
      return;
    }
    putKnownValue(attributes, "govbr_representado", facts.extras().represented());
    if (facts.extras().categories() != null) {
      attributes.put(
          "govbr_categorias",
          facts.extras().categories().stream().map(StatedCategoria::id).toList());
    }
    if (facts.extras().certificate() != null) {
      putKnownValue(attributes, "govbr_certificado_tipo", facts.extras().certificate().kind());
      putKnownValue(
          attributes, "govbr_certificado_provedor", facts.extras().certificate().provider());
    }
  }

  private static void putKnown(Map<String, Object> claims, String name, String value) {
    if (value != null) {
      claims.put(name, value);
    }
  }

  private static void putKnownValue(
      Map<String, List<String>> attributes, String name, String value) {
    if (value != null) {
      attributes.put(name, List.of(value));
    }
  }
}
