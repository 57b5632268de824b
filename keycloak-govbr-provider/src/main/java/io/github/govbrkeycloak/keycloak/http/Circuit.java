package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Stops calling an API that fails, so that logins do not wait for it, and tries it again later.
 *
 * <p>Closed: calls go through; when enough of the last ones failed, it opens. Open: no call, until
 * the pause is over. Half-open: one call tries; it closes the circuit, or opens it anew.
 */
final class Circuit {

  /** States, in the order of their number in the metric. */
  enum State {
    CLOSED,
    HALF_OPEN,
    OPEN
  }

  /**
   * When it opens and for how long.
   *
   * @param failures how many failures open it
   * @param calls among how many of the last calls
   * @param pause how long it stays open
   */
  record Rules(int failures, int calls, Duration pause) {}

  private final Rules rules;
  private final InstantSource clock;
  private final Deque<Boolean> lastCallsFailed = new ArrayDeque<>();
  private State state = State.CLOSED;
  private Instant waitUntil = Instant.MIN;

  Circuit(Rules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether a call may go through now; whoever is allowed one reports how it ended. */
  synchronized boolean allows() {
    if (state == State.CLOSED) {
      return true;
    }
    if (clock.instant().isBefore(waitUntil)) {
      return false;
    }
    // The next one is allowed only after another pause: a trial that is never reported on must not
    // keep the circuit half-open for ever.
    state = State.HALF_OPEN;
    waitUntil = clock.instant().plus(rules.pause());
    return true;
  }

  /** A call showed that the API works. */
  synchronized void succeeded() {
    if (state == State.HALF_OPEN) {
      state = State.CLOSED;
    } else if (state == State.CLOSED) {
      remember(false);
    }
  }

  /**
   * A call showed that the API does not work.
   *
   * @param retryAfter how long the API itself asked to be left alone; opens at once
   */
  synchronized void failed(Optional<Duration> retryAfter) {
    if (state == State.OPEN && retryAfter.isEmpty()) {
      return; // a call from before it opened: known already
    }
    remember(true);
    long failures = lastCallsFailed.stream().filter(failed -> failed).count();
    if (retryAfter.isPresent() || state == State.HALF_OPEN || failures >= rules.failures()) {
      state = State.OPEN;
      waitUntil = clock.instant().plus(retryAfter.orElse(rules.pause()));
      lastCallsFailed.clear();
    }
  }

  /** A call that was allowed was not made, or says nothing of the API: another may try. */
  synchronized void abstained() {
    if (state == State.HALF_OPEN) {
      waitUntil = clock.instant();
    }
  }

  synchronized State state() {
    return state;
  }

  private void remember(boolean failed) {
    lastCallsFailed.addLast(failed);
    if (lastCallsFailed.size() > rules.calls()) {
      lastCallsFailed.removeFirst();
    }
  }
}
