package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The keys of one issuer. One login asks at a time; those that come meanwhile wait for its answer,
 * or use what is known.
 *
 * <p>Two kinds of question have a limit each: the ordinary one (nothing is known, or it is old),
 * and the one after a token that the known keys do not confirm. So bad tokens cannot use up the
 * question that good ones need, and a key changed right after it was read is still found at the
 * next login.
 */
final class CachedKeys {

  private static final Logger LOG = Logger.getLogger(CachedKeys.class);

  private record Known(KeySet keys, Instant since) {
    boolean is(KeySet others) {
      return keys == others;
    }
  }

  /**
   * When a kind of question was last asked, and how that failed; {@code null} when it did not. A
   * failure counts from its end: those that waited meanwhile take it, instead of asking an issuer
   * that hangs one after the other.
   */
  private record Asked(Instant at, Reason failure) {
    static final Asked NEVER = new Asked(Instant.EPOCH, null);
  }

  private final ReentrantLock asking = new ReentrantLock();
  private final KeyPolicy policy;
  private final InstantSource clock;

  private volatile Known known;
  private Asked ordinary = Asked.NEVER;
  private Asked afterBadToken = Asked.NEVER;

  CachedKeys(KeyPolicy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  KeySet current(KeyFetch fetch) {
    Known found = known;
    if (found != null && isFresh(found)) {
      return found.keys();
    }
    return found != null && isUsable(found) ? refreshed(found, fetch) : first(fetch);
  }

  /** Old keys are renewed by whoever comes first and is not waited for by the others. */
  private KeySet refreshed(Known old, KeyFetch fetch) {
    if (!asking.tryLock()) {
      return old.keys();
    }
    try {
      if (!isFresh(known) && isAllowed(ordinary)) {
        ordinary = ask(fetch, false);
      }
      if (!isFresh(known)) {
        LOG.warn("GOVBR-309 gov.br's keys could not be renewed: the login goes on with known ones");
      }
      return known.keys();
    } finally {
      asking.unlock();
    }
  }

  private KeySet first(KeyFetch fetch) {
    asking.lock();
    try {
      if (known != null && isUsable(known)) {
        return known.keys();
      }
      if (isAllowed(ordinary)) {
        ordinary = ask(fetch, true);
      }
      if (ordinary.failure() != null) {
        throw new LoginRefusedException(ordinary.failure());
      }
      return known.keys();
    } finally {
      asking.unlock();
    }
  }

  KeySet newerThan(KeySet tried, KeyFetch fetch) {
    asking.lock();
    try {
      if (!known.is(tried)) {
        return known.keys();
      }
      if (isAllowed(afterBadToken)) {
        afterBadToken = ask(fetch, true);
      }
      if (afterBadToken.failure() != null) {
        throw new LoginRefusedException(afterBadToken.failure());
      }
      return known.keys();
    } finally {
      asking.unlock();
    }
  }

  private Asked ask(KeyFetch fetch, boolean urgent) {
    Instant start = clock.instant();
    try {
      known = new Known(fetch.fetch(urgent), start);
      return new Asked(start, null);
    } catch (LoginRefusedException unanswered) {
      return new Asked(clock.instant(), unanswered.reason());
    }
  }

  private boolean isAllowed(Asked last) {
    return !clock.instant().isBefore(last.at().plus(policy.retry()));
  }

  private boolean isFresh(Known keys) {
    return clock.instant().isBefore(keys.since().plus(policy.fresh()));
  }

  private boolean isUsable(Known keys) {
    return clock.instant().isBefore(keys.since().plus(policy.outage()));
  }
}
