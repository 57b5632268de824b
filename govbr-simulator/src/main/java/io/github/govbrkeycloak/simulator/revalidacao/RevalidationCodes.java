package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.store.ExpiringStore;
import io.github.govbrkeycloak.simulator.store.RandomText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The codes of the older host: two minutes, once. */
final class RevalidationCodes {

  /**
   * What a code stands for.
   *
   * @param redirectUri where the code was sent
   */
  record Issued(String clientId, Cpf cpf, String redirectUri) {}

  private static final Duration LIFETIME = Duration.ofMinutes(2);

  private final ExpiringStore<Issued> codes;

  RevalidationCodes(Clock clock) {
    codes = new ExpiringStore<>(LIFETIME, clock);
  }

  String issue(Issued issued) {
    String code = RandomText.next();
    codes.put(code, issued);
    return code;
  }

  Optional<Issued> find(String code) {
    return codes.get(code);
  }

  Optional<Issued> redeem(String code) {
    return codes.remove(code);
  }

  void clear() {
    codes.clear();
  }
}
