package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.simulator.store.ExpiringStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The logins under way. */
public final class PendingLogins {

  private static final Duration LIFETIME = Duration.ofMinutes(30);

  private final ExpiringStore<PendingLogin> logins;
  private final Clock clock;
  private final AtomicLong lastId = new AtomicLong();

  /** None yet. */
  public PendingLogins(Clock clock) {
    this.logins = new ExpiringStore<>(LIFETIME, clock);
    this.clock = clock;
  }

  /** Begins a login in a browser. */
  public PendingLogin begin(AuthorizationRequest request, BrowserSession session) {
    PendingLogin login = PendingLogin.begun(nextId(), request, session);
    update(login);
    return login;
  }

  /** Notes what has become of a login. */
  public void update(PendingLogin login) {
    logins.put(login.id(), login);
  }

  /** The login of that id, unless it has ended or expired. */
  public Optional<PendingLogin> find(String id) {
    return logins.get(id);
  }

  /** Ends a login. */
  public void end(PendingLogin login) {
    logins.remove(login.id());
  }

  /** Ends all. */
  public void clear() {
    logins.clear();
  }

  /** Eleven hexadecimal digits, like gov.br's: the milliseconds of now, but never one twice. */
  public String nextId() {
    long id = lastId.updateAndGet(last -> Math.max(last + 1, clock.millis()));
    return String.format("%011x", id);
  }
}
