package io.github.govbrkeycloak.keycloak.keys;

import java.time.Duration;
import org.keycloak.Config;

/**
 * How long fetched keys are believed, and how often they are asked for.
 *
 * @param fresh how long keys are used without asking again: so long a key that gov.br withdraws is
 *     still believed
 * @param retry how much time passes at least between two questions of the same kind to one issuer
 * @param outage how long keys are used when the issuer does not answer any more
 */
public record KeyPolicy(Duration fresh, Duration retry, Duration outage) {

  private static final long DEFAULT_FRESH_SECONDS = 3_600;
  private static final long DEFAULT_RETRY_SECONDS = 10;
  private static final long DEFAULT_OUTAGE_SECONDS = 86_400;

  /** A limit of zero would let whoever sends bad tokens make this server attack gov.br. */
  public KeyPolicy {
    if (retry.toSeconds() < 1 || fresh.compareTo(retry) < 0 || outage.compareTo(fresh) < 0) {
      throw new IllegalArgumentException(
          "gov.br's keys: 1 s <= keys-retry-seconds <= keys-fresh-seconds <= keys-outage-seconds");
    }
  }

  /**
   * Reads the server options.
   *
   * @param config {@code keys-fresh-seconds} (default 3,600), {@code keys-retry-seconds} (10),
   *     {@code keys-outage-seconds} (86,400)
   */
  public static KeyPolicy of(Config.Scope config) {
    return new KeyPolicy(
        Duration.ofSeconds(config.getLong("keys-fresh-seconds", DEFAULT_FRESH_SECONDS)),
        Duration.ofSeconds(config.getLong("keys-retry-seconds", DEFAULT_RETRY_SECONDS)),
        Duration.ofSeconds(config.getLong("keys-outage-seconds", DEFAULT_OUTAGE_SECONDS)));
  }
}
