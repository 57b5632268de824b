package io.github.govbrkeycloak.simulator.tokens;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys.Which;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Issues gov.br's two tokens, or what a behaviour makes of them. */
public final class TokenIssuer {

  private final SigningKeys keys;
  private final Behaviours behaviours;
  private final Clock clock;
  private final IdTokenClaims idTokenClaims;
  private final AccessTokenClaims accessTokenClaims;
  private final IdTokenFaults idTokenFaults;

  /** Issues in the name of this issuer, with these keys. */
  public TokenIssuer(
      Issuer issuer, SigningKeys keys, Behaviours behaviours, Settings settings, Clock clock) {
    this.keys = keys;
    this.behaviours = behaviours;
    this.clock = clock;
    this.idTokenClaims = new IdTokenClaims(issuer, settings);
    this.accessTokenClaims = new AccessTokenClaims(issuer, settings);
    this.idTokenFaults = new IdTokenFaults(behaviours);
  }

  /** The access token, a JWT that APIs take for one hour. */
  public String accessToken(Grant grant, Call call) {
    Instant issued = clock.instant();
    if (behaviours.acts(Behaviour.ACCESS_TOKEN_VENCIDO, call)) {
      issued = issued.minus(AccessTokenClaims.LIFETIME).minusSeconds(1);
    }
    return signed(accessTokenClaims.of(grant, issued), call);
  }

  /** A token for a service in its own name, which the API of desks takes for one hour. */
  public String serviceToken(Client client, List<String> scopes) {
    return keys.sign(accessTokenClaims.ofService(client, scopes, clock.instant()), Which.PUBLISHED);
  }

  /** The ID token, which lasts a minute. */
  public String idToken(Grant grant, Call call) {
    Map<String, Object> claims = idTokenClaims.of(grant, clock.instant());
    idTokenFaults.apply(claims, call);
    if (behaviours.acts(Behaviour.SEM_ASSINATURA, call)) {
      return new PlainObject(new PlainHeader(), new Payload(claims)).serialize();
    }
    if (behaviours.acts(Behaviour.ASSINATURA_ERRADA, call)) {
      return keys.sign(claims, Which.UNPUBLISHED);
    }
    if (behaviours.acts(Behaviour.HS256_COM_CHAVE_PUBLICA, call)) {
      return keys.signWithPublicKeyAsSecret(claims);
    }
    if (behaviours.acts(Behaviour.SEM_KID, call)) {
      return keys.sign(claims, currentKey(call), new JWSHeader(JWSAlgorithm.RS256));
    }
    return signed(claims, call);
  }

  /** What {@code expires_in} says: gov.br counts one second less than it grants. */
  public Duration announcedLifetime() {
    return AccessTokenClaims.LIFETIME.minusSeconds(1);
  }

  private String signed(Map<String, Object> claims, Call call) {
    return behaviours.acts(Behaviour.CHAVE_TROCADA_KID_NOVO, call)
        ? keys.sign(
            claims,
            Which.ROTATED,
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(SigningKeys.NEXT_KID).build())
        : keys.sign(claims, currentKey(call));
  }

  private Which currentKey(Call call) {
    return behaviours.acts(Behaviour.CHAVE_TROCADA_MESMO_KID, call)
        ? Which.ROTATED
        : Which.PUBLISHED;
  }
}
