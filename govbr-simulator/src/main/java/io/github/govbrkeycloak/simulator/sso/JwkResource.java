package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys.Which;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** gov.br's public key. */
@Path("/jwk")
@Produces(MediaType.APPLICATION_JSON)
public final class JwkResource {

  private static final Call CALL =
      new Call(SsoEndpoints.JWK.name(), Optional.empty(), Optional.empty(), Optional.empty());

  private final SigningKeys keys;
  private final Behaviours behaviours;

  JwkResource(SigningKeys keys, Behaviours behaviours) {
    this.keys = keys;
    this.behaviours = behaviours;
  }

  /** The key set, of one key. */
  @GET
  public Map<String, Object> get() {
    boolean renamed = behaviours.acts(Behaviour.CHAVE_TROCADA_KID_NOVO, CALL);
    boolean rotated = renamed || behaviours.acts(Behaviour.CHAVE_TROCADA_MESMO_KID, CALL);
    Map<String, Object> key = keys.publicJwk(rotated ? Which.ROTATED : Which.PUBLISHED);
    if (renamed) {
      key.put("kid", SigningKeys.NEXT_KID);
    }
    return Map.of("keys", List.of(key));
  }

  /** The same by POST. */
  @POST
  public Map<String, Object> post() {
    return get();
  }
}
