package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The claims of gov.br's ID token. What is odd about them is documented or measured: booleans as
 * text, {@code scope} as a list, {@code aud} as a text, no given or family name, {@code kid} among
 * the claims, the company's CNPJ with punctuation.
 */
final class IdTokenClaims {

  private static final Duration SHORT_LIFETIME = Duration.ofMinutes(1);
  private static final Duration LONG_LIFETIME = Duration.ofMinutes(10);

  private final Issuer issuer;
  private final Settings settings;

  IdTokenClaims(Issuer issuer, Settings settings) {
    this.issuer = issuer;
    this.settings = settings;
  }

  /** The claims of a token issued now; the map may be changed. */
  Map<String, Object> of(Grant grant, Instant now) {
    Persona persona = grant.persona();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", subject(Cpf.of(persona.cpf())));
    claims.put("preferred_username", persona.cpf());
    claims.put("amr", persona.amr());
    claims.put("iss", issuer.name());
    claims.put("aud", grant.client().clientId());
    claims.put("scope", grant.scopes());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime()).getEpochSecond());
    claims.put("auth_time", grant.authenticatedAt().getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    if (settings.chosen(Choice.KID_CLAIM_PRESENT)) {
      claims.put("kid", SigningKeys.KID);
    }
    if (grant.nonce() != null) {
      claims.put("nonce", grant.nonce());
    }
    addPerson(claims, grant);
    if (grant.has("govbr_confiabilidades_idtoken")) {
      claims.put("reliability_info", reliabilityInfo(persona));
    }
    if (persona.cnpj() != null && persona.usesCertificate()) {
      claims.put("cnpj", CompanyNumber.of(persona, settings));
      claims.put("cnpj_certificate_name", persona.cnpjCertificateName());
    }
    return claims;
  }

  private String subject(Cpf cpf) {
    String digits = cpf.digits();
    return settings.chosen(Choice.SUBJECT_HYPHEN)
        ? digits.substring(0, 9) + "-" + digits.substring(9)
        : digits;
  }

  private Duration lifetime() {
    return settings.chosen(Choice.ID_TOKEN_600_SECONDS) ? LONG_LIFETIME : SHORT_LIFETIME;
  }

  private void addPerson(Map<String, Object> claims, Grant grant) {
    Persona persona = grant.persona();
    if (grant.has("profile")) {
      claims.put("name", persona.nome());
      if (settings.chosen(Choice.NAME_IN_PARTS)) {
        claims.put("given_name", persona.givenName());
        claims.put("family_name", persona.familyName());
      }
      if (persona.nomeSocial() != null) {
        claims.put("social_name", persona.nomeSocial());
      }
      claims.put("picture", issuer.address("/userinfo/picture"));
      claims.put("profile", issuer.address("/"));
    }
    if (grant.has("email")) {
      claims.put("email_verified", Boolean.toString(persona.toldEmail().isPresent()));
      persona.toldEmail().ifPresent(email -> claims.put("email", email));
    }
    if (grant.has("phone")) {
      claims.put("phone_number_verified", Boolean.toString(persona.toldPhone().isPresent()));
      persona.toldPhone().ifPresent(phone -> claims.put("phone_number", phone));
    }
  }

  private static Map<String, Object> reliability(String id, String updatedAt) {
    Map<String, Object> seal = new LinkedHashMap<>();
    seal.put("id", id);
    seal.put("updatedAt", updatedAt);
    return seal;
  }

  private static Map<String, Object> reliabilityInfo(Persona persona) {
    List<Map<String, Object>> seals =
        persona.selos().stream().map(id -> reliability(id, persona.dateOf(id))).toList();
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("level", persona.level().wireName());
    info.put("reliabilities", seals);
    return info;
  }
}
