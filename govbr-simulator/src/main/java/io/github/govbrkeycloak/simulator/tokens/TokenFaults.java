package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What behaviours do to the claims of a token before it is signed. */
final class TokenFaults {

  @FunctionalInterface
  private interface Change {
    void apply(Map<String, Object> claims, Parameters parameters);
  }

  private static final long FARTHEST = Duration.ofDays(3_650).toSeconds();
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
    CHANGES.put(Behaviour.IAT_NO_FUTURO, (claims, p) -> shift(claims, LONG_AGO.toSeconds(), "iat"));
    CHANGES.put(
        Behaviour.AZP_ERRADO,
        (claims, p) -> claims.put("azp", p.text("valor", "outro-servico.exemplo.gov.br")));
    CHANGES.put(
        Behaviour.RELOGIO_TORTO,
        (claims, p) ->
            shift(
                claims, p.number("segundos", 300, -FARTHEST, FARTHEST), "iat", "exp", "auth_time"));
    CHANGES.put(
        Behaviour.AUD_EM_LISTA, (claims, p) -> claims.put("aud", List.of(claims.get("aud"))));
    CHANGES.put(Behaviour.ESCOPO_EM_TEXTO, (claims, p) -> asText(claims, "scope"));
    CHANGES.put(Behaviour.AMR_EM_TEXTO, (claims, p) -> asText(claims, "amr"));
    CHANGES.put(Behaviour.SEM_CLAIM, (claims, p) -> claims.remove(p.text("nome", "name")));
    CHANGES.put(
        Behaviour.NIVEL_DESCONHECIDO,
        (claims, p) -> reliability(claims).put("level", p.text("valor", "diamond")));
    CHANGES.put(
        Behaviour.SELO_DESCONHECIDO,
        (claims, p) ->
            addTo(
                reliability(claims),
                "reliabilities",
                Map.of(
                    "id", p.text("valor", "9999"), "updatedAt", "2026-01-02T03:04:05.006-0300")));
    CHANGES.put(
        Behaviour.AMR_DESCONHECIDO, (claims, p) -> addTo(claims, "amr", p.text("valor", "iris")));
    CHANGES.put(Behaviour.SEM_RELIABILITY_INFO, (claims, p) -> claims.remove("reliability_info"));
  }

  private final Behaviours behaviours;
  private final Personas personas;

  TokenFaults(Behaviours behaviours, Personas personas) {
    this.behaviours = behaviours;
    this.personas = personas;
  }

  void apply(Map<String, Object> claims, Call call, TokenKind kind) {
    CHANGES.forEach(
        (behaviour, change) ->
            behaviours
                .take(behaviour, call, kind::isMeantBy)
                .ifPresent(parameters -> change.apply(claims, parameters)));
    behaviours
        .take(Behaviour.SUB_TROCADO, call, kind::isMeantBy)
        .ifPresent(parameters -> speakOfAnother(claims));
  }

  private void speakOfAnother(Map<String, Object> claims) {
    String another = personas.otherThan(String.valueOf(claims.get("preferred_username"))).cpf();
    claims.put("sub", another);
    claims.replace("preferred_username", another);
  }

  private static void makeOld(Map<String, Object> claims) {
    long lifetime = (Long) claims.get("exp") - (Long) claims.get("iat");
    shift(claims, -lifetime - LONG_AGO.toSeconds(), "iat", "exp");
  }

  private static void shift(Map<String, Object> claims, long seconds, String... times) {
    for (String time : times) {
      claims.computeIfPresent(time, (name, value) -> (Long) value + seconds);
    }
  }

  private static void asText(Map<String, Object> claims, String name) {
    claims.computeIfPresent(
        name,
        (same, list) ->
            ((List<?>) list).stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  /** Without the scope there is none; then a new one is as good to be wrong in. */
  private static Map<String, Object> reliability(Map<String, Object> claims) {
    Map<String, Object> info = new LinkedHashMap<>();
    if (claims.get("reliability_info") instanceof Map<?, ?> present) {
      present.forEach((key, value) -> info.put(String.valueOf(key), value));
    }
    claims.put("reliability_info", info);
    return info;
  }

  private static void addTo(Map<String, Object> claims, String name, Object more) {
    List<Object> all = new ArrayList<>();
    if (claims.get(name) instanceof List<?> present) {
      all.addAll(present);
    }
    all.add(more);
    claims.put(name, all);
  }
}
