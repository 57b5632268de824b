package io.github.govbrkeycloak.simulator.tokens;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the access tokens that callers bring. */
public final class AccessTokens {

  private static final String SCHEME = "bearer ";

  private final Issuer issuer;
  private final SigningKeys keys;
  private final Personas personas;
  private final Clock clock;

  /** Takes tokens of this issuer, signed with these keys, for these citizens. */
  public AccessTokens(Issuer issuer, SigningKeys keys, Personas personas, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.personas = personas;
    this.clock = clock;
  }

  /**
   * The access token in an {@code Authorization} header.
   *
   * @return empty if there is none, or none of ours; an expired one is returned
   */
  public Optional<AccessToken> inHeader(String authorization) {
    return bearer(authorization).flatMap(this::claims).flatMap(this::citizensToken);
  }

  /**
   * The token of a service in an {@code Authorization} header.
   *
   * @return empty if there is none, none of ours, one of a citizen, or one that has expired
   */
  public Optional<ServiceToken> service(String authorization) {
    return bearer(authorization)
        .flatMap(this::claims)
        .filter(claims -> !claims.containsKey("sub"))
        .flatMap(AccessTokens::serviceToken)
        .filter(token -> clock.instant().isBefore(token.expiresAt()));
  }

  /** Whether a token is too old. */
  public boolean expired(AccessToken token) {
    return !clock.instant().isBefore(token.expiresAt());
  }

  private static Optional<String> bearer(String authorization) {
    return Optional.ofNullable(authorization)
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()).strip());
  }

  /** Whether the header brings an ID token of ours, which is no key to the APIs. */
  public boolean isIdToken(String authorization) {
    return bearer(authorization).flatMap(this::ours).filter(AccessTokens::isIdToken).isPresent();
  }

  /** The service that any token of ours was issued to, an ID token too. */
  public Optional<String> clientOf(String authorization) {
    return bearer(authorization)
        .flatMap(this::ours)
        .map(claims -> claims.get("aud"))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private Optional<Map<String, Object>> claims(String serialized) {
    return ours(serialized).filter(claims -> !isIdToken(claims));
  }

  /** Only access tokens lack {@code auth_time}. */
  private static boolean isIdToken(Map<String, Object> claims) {
    return claims.containsKey("auth_time");
  }

  private Optional<Map<String, Object>> ours(String serialized) {
    try {
      JWSObject jws = JWSObject.parse(serialized);
      return Optional.ofNullable(jws.getPayload().toJSONObject())
          .filter(claims -> keys.signed(jws) && isOurs(claims.get("iss")));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(Object iss) {
    return issuer.name().equals(iss) || issuer.agentsName().equals(iss);
  }

  private Optional<AccessToken> citizensToken(Map<String, Object> claims) {
    try {
      Optional<Persona> persona =
          Cpf.parse(JSONObjectUtils.getString(claims, "sub")).flatMap(personas::withCpf);
      String client = JSONObjectUtils.getString(claims, "aud");
      List<String> scopes = JSONObjectUtils.getStringList(claims, "scope");
      List<String> amr = JSONObjectUtils.getStringList(claims, "amr");
      Instant expiresAt = Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "exp"));
      Optional<Cpf> grantor = Cpf.parse(JSONObjectUtils.getString(claims, "grantor_account"));
      String login = JSONObjectUtils.getString(claims, "jti");
      return persona.map(
          person ->
              new AccessToken(client, person.signedInBy(amr), scopes, expiresAt, grantor, login));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<ServiceToken> serviceToken(Map<String, Object> claims) {
    try {
      return Optional.of(
          new ServiceToken(
              JSONObjectUtils.getString(claims, "aud"),
              JSONObjectUtils.getStringList(claims, "scope"),
              Instant.ofEpochSecond(JSONObjectUtils.getLong(claims, "exp"))));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
