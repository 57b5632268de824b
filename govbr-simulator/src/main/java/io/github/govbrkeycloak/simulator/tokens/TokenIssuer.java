package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys.Which;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Issues gov.br's tokens, or what a behaviour makes of them. */
public final class TokenIssuer {

  private final SigningKeys keys;
  private final Behaviours behaviours;
  private final Clock clock;
  private final IdTokenClaims idTokenClaims;
  private final AccessTokenClaims accessTokenClaims;
  private final TokenFaults faults;
  private final TokenSignatures signatures;
  private final ForgedIdTokens forgeries;

  /** Issues in the name of this issuer, with these keys, for these citizens. */
  public TokenIssuer(
      Issuer issuer,
      SigningKeys keys,
      Behaviours behaviours,
      Personas personas,
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.behaviours = behaviours;
    this.clock = clock;
    this.idTokenClaims = new IdTokenClaims(issuer, settings);
    this.accessTokenClaims = new AccessTokenClaims(issuer, settings);
    this.faults = new TokenFaults(behaviours, personas);
    this.signatures = new TokenSignatures(keys, behaviours);
    this.forgeries = new ForgedIdTokens(behaviours, keys);
  }

  /** The access token, a JWT that APIs take for one hour. */
  public String accessToken(Grant grant, Call call) {
    Instant issued = clock.instant();
    if (behaviours.acts(Behaviour.ACCESS_TOKEN_VENCIDO, call)) {
      issued = issued.minus(AccessTokenClaims.LIFETIME).minusSeconds(1);
    }
    Map<String, Object> claims = accessTokenClaims.of(grant, issued);
    faults.apply(claims, call, TokenKind.ACCESS);
    forgeries.changeClaims(Behaviour.CLAIMS_DO_ACCESS_TOKEN_TROCADOS, claims, call);
    return signatures.sign(claims, call, TokenKind.ACCESS);
  }

  /** A token for a service in its own name, which the API of desks takes for one hour. */
  public String serviceToken(Client client, List<String> scopes) {
    return keys.sign(accessTokenClaims.ofService(client, scopes, clock.instant()), Which.PUBLISHED);
  }

  /** A token of the older host, which has a key of its own. */
  public String revalidationToken(Map<String, Object> claims, Call call) {
    faults.apply(claims, call, TokenKind.ACCESS);
    return signatures.sign(
        claims, call, TokenKind.ACCESS, Which.REVALIDATION, SigningKeys.REVALIDATION_KID);
  }

  /** The ID token, which lasts a minute. */
  public String idToken(Grant grant, Call call) {
    Map<String, Object> claims = idTokenClaims.of(grant, clock.instant());
    faults.apply(claims, call, TokenKind.ID);
    forgeries.changeClaims(Behaviour.CLAIMS_TROCADOS, claims, call);
    return forgeries.of(claims, call).orElseGet(() -> signatures.sign(claims, call, TokenKind.ID));
  }

  /** What {@code expires_in} says: gov.br counts one second less than it grants. */
  public Duration announcedLifetime() {
    return AccessTokenClaims.LIFETIME.minusSeconds(1);
  }
}
