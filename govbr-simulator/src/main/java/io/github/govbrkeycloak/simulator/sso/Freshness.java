package io.github.govbrkeycloak.simulator.sso;

import com.nimbusds.jose.util.Base64URL;
import io.github.govbrkeycloak.simulator.diagnosis.Finding;
import io.github.govbrkeycloak.simulator.diagnosis.Objection;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.store.ExpiringStore;
import io.github.govbrkeycloak.simulator.store.RandomText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether {@code state} and {@code nonce} are there, hard to guess, and new each time. Of the
 * values only salted fingerprints are kept.
 */
final class Freshness {

  /** What one of the two parameters can be accused of. */
  private record Rule(String parameter, Objection missing, Objection tooShort, Objection again) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("state", Objection.SEM_STATE, Objection.STATE_CURTO, Objection.STATE_REPETIDO),
          new Rule("nonce", Objection.SEM_NONCE, Objection.NONCE_CURTO, Objection.NONCE_REPETIDO));
  private static final int SHORTEST = 8;
  private static final Duration MEMORY = Duration.ofHours(12);

  private final String salt = RandomText.next();
  private final ExpiringStore<Boolean> seen;

  Freshness(Clock clock) {
    this.seen = new ExpiringStore<>(MEMORY, clock);
  }

  List<Finding> inspect(IncomingCall call) {
    return RULES.stream().flatMap(rule -> objection(rule, call).stream()).toList();
  }

  void forget() {
    seen.clear();
  }

  private Optional<Finding> objection(Rule rule, IncomingCall call) {
    String name = rule.parameter();
    String value = call.parameter(name).orElse("");
    if (value.isEmpty()) {
      return Optional.of(
          rule.missing()
              .because("falta " + name + ": mande um valor novo e imprevisível a cada entrada."));
    }
    boolean again = isKnown(name, call.parameter("client_id").orElse(""), value);
    if (value.length() < SHORTEST) {
      return Optional.of(
          rule.tooShort()
              .because(
                  "o " + name + " é curto demais para ser imprevisível: use 16 letras ou mais."));
    }
    return again
        ? Optional.of(
            rule.again()
                .because(
                    "o "
                        + name
                        + " já foi usado: crie um valor novo a cada entrada (recarregar a página também"
                        + " repete)."))
        : Optional.empty();
  }

  private boolean isKnown(String name, String client, String value) {
    String fingerprint = fingerprint(name + "\n" + client + "\n" + value);
    boolean known = seen.get(fingerprint).isPresent();
    seen.put(fingerprint, true);
    return known;
  }

  private String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(digest.digest((salt + text).getBytes(StandardCharsets.UTF_8)))
          .toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("no SHA-256", e);
    }
  }
}
