package io.github.govbrkeycloak.simulator.conecta;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tokens of the Conecta gateway, which are not gov.br's: {@code sub} is an object. */
final class ConectaTokens {

  /** The only scope we know of. */
  static final String SCOPE = "api-cpf-light-v1";

  static final Duration LIFETIME = Duration.ofHours(2);

  private static final String ISSUER = "conectagov-iss";
  private static final String BEARER = "bearer ";
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.RS512).type(JOSEObjectType.JWT).build();

  private final SigningKeys keys;
  private final Clock clock;

  ConectaTokens(SigningKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  String issue(Client client) {
    Instant now = clock.instant();
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("id", client.clientId());
    subject.put("userId", client.clientId());
    subject.put("type", "application");
    subject.put("scopes", SCOPE);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", subject);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    claims.put("aud", "conectagov-aud");
    claims.put("iss", ISSUER);
    return keys.sign(claims, SigningKeys.Which.PUBLISHED, HEADER);
  }

  /** The client whose live token a header brings; empty for every other token. */
  Optional<String> clientOf(String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    try {
      JWSObject jws = JWSObject.parse(authorization.substring(BEARER.length()).strip());
      Map<String, Object> claims = jws.getPayload().toJSONObject();
      return isOurs(jws, claims)
          ? Optional.of(
              JSONObjectUtils.getString(JSONObjectUtils.getJSONObject(claims, "sub"), "id"))
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(JWSObject jws, Map<String, Object> claims) throws ParseException {
    return claims != null
        && keys.signed(jws, SigningKeys.Which.PUBLISHED)
        && ISSUER.equals(claims.get("iss"))
        && clock.instant().isBefore(Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "exp")));
  }
}
