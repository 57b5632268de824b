package io.github.govbrkeycloak.simulator.sso;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The logins under way. */
final class PendingLogins {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private final ExpiringStore<PendingLogin> logins;
  private final Clock clock;
  private final AtomicLong lastId = new AtomicLong();

  PendingLogins(Clock clock) {
    this.logins = new ExpiringStore<>(LIFETIME, clock);
    this.clock = clock;
  }

  PendingLogin begin(AuthorizationRequest request, BrowserSession session) {
    PendingLogin login = new PendingLogin(nextId(), request, session, Optional.empty());
    update(login);
    return login;
  }

  void update(PendingLogin login) {
    logins.put(login.id(), login);
  }

  Optional<PendingLogin> find(String id) {
    return logins.get(id);
  }

  void end(PendingLogin login) {
    logins.remove(login.id());
  }

  void clear() {
    logins.clear();
  }

  /** Eleven hexadecimal digits, like gov.br's: the milliseconds of now, but never one twice. */
  String nextId() {
    long id = lastId.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    return String.format("%011x", id);
  }
}
