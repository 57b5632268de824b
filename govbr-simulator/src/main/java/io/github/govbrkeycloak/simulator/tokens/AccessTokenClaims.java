package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The claims of gov.br's access token. */
final class AccessTokenClaims {

  static final Duration LIFETIME = Duration.ofHours(1);

  private final Issuer issuer;
  private final Settings settings;

  AccessTokenClaims(Issuer issuer, Settings settings) {
    this.issuer = issuer;
    this.settings = settings;
  }

  Map<String, Object> ofService(Client client, List<String> scopes, Instant now) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", client.clientId());
    claims.put("scope", scopes);
    claims.put("iss", issuer.name());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    return claims;
  }

  Map<String, Object> of(Grant grant, Instant now) {
    Persona persona = grant.persona();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", grant.client().clientId());
    claims.put("sub", persona.cpf());
    claims.put("scope", grant.scopes());
    claims.put("amr", persona.amr());
    claims.put("iss", issuer.name());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("iat", now.getEpochSecond());
    claims.put("preferred_username", persona.cpf());
    claims.put("jti", grant.login());
    grant
        .grantor()
        .ifPresent(
            grantor -> {
              if (settings.chosen(Choice.AGENT_ISSUER_SSO2)) {
                claims.put("iss", issuer.agentsName());
              }
              claims.put("agent", true);
              claims.put("grantor_account", grantor.digits());
            });
    if (persona.cnpj() != null && persona.usesCertificate()) {
      claims.put("cnpj", CompanyNumber.of(persona, settings));
    }
    return claims;
  }
}
