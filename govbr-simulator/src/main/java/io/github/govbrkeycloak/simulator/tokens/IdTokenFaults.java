package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What behaviours do to the claims of an ID token before it is signed. */
final class IdTokenFaults {

  @FunctionalInterface
  private interface Change {
    void apply(Map<String, Object> claims, Parameters parameters);
  }

  private static final Duration LONG_AGO = Duration.ofHours(1);

  private static final Map<Behaviour, Change> CHANGES = new EnumMap<>(Behaviour.class);

  static {
    CHANGES.put(
        Behaviour.AUD_ERRADO,
        (claims, p) -> claims.put("aud", p.text("valor", "outro-servico.exemplo.gov.br")));
    CHANGES.put(
        Behaviour.ISS_ERRADO,
        (claims, p) -> claims.put("iss", p.text("valor", "https://sso.outro-emissor.example/")));
    CHANGES.put(
        Behaviour.SUB_INVALIDO,
        (claims, p) -> claims.put("sub", p.text("valor", "isto-nao-e-um-cpf")));
    CHANGES.put(Behaviour.EXPIRADO, (claims, p) -> makeOld(claims));
    CHANGES.put(Behaviour.SEM_IAT, (claims, p) -> claims.remove("iat"));
    CHANGES.put(Behaviour.SEM_NONCE, (claims, p) -> claims.remove("nonce"));
    CHANGES.put(
        Behaviour.NONCE_ERRADO,
        (claims, p) -> claims.put("nonce", p.text("valor", "nonce-de-outro-pedido")));
    CHANGES.put(Behaviour.SEM_RELIABILITY_INFO, (claims, p) -> claims.remove("reliability_info"));
  }

  private final Behaviours behaviours;

  IdTokenFaults(Behaviours behaviours) {
    this.behaviours = behaviours;
  }

  void apply(Map<String, Object> claims, Call call) {
    CHANGES.forEach(
        (behaviour, change) ->
            behaviours
                .take(behaviour, call)
                .ifPresent(parameters -> change.apply(claims, parameters)));
  }

  private static void makeOld(Map<String, Object> claims) {
    for (String time : new String[] {"iat", "exp"}) {
      claims.computeIfPresent(time, (name, value) -> (Long) value - LONG_AGO.toSeconds());
    }
  }
}
