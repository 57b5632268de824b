package io.github.govbrkeycloak.keycloak.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which facts the mappers need, for logins that come at the same moment: to read the mappers costs
 * a question to the database, and at a hundred logins a second they say the same to all. A mapper
 * that was just made is seen as if the login had come a moment earlier.
 */
public final class RecentNeeds {

  /** As long as a quick login takes: whoever makes a mapper by hand is slower. */
  static final Duration MOMENT = Duration.ofMillis(50);

  /** What is asked is written by applications: so much of it is remembered and no more. */
  private static final int MOST = 256;

  /**
   * Whose mappers.
   *
   * @param provider the identity provider, by its id in the database
   * @param client the application that signs in, by its id in the database; {@code null} when there
   *     is none
   * @param scope what it asks for
   */
  record Asked(String provider, String client, String scope) {}

  private final Cache<Asked, Set<Fact>> read;

  public RecentNeeds() {
    this(Ticker.systemTicker());
  }

  RecentNeeds(Ticker clock) {
    read =
        Caffeine.newBuilder()
            .ticker(clock)
            // Its own keeping in order is quicker than to wake a thread for it.
            .executor(Runnable::run)
            .expireAfterWrite(MOMENT)
            .maximumSize(MOST)
            .build();
  }

  /** What was read a moment ago; else it is read. */
  Set<Fact> of(Asked asked, Supplier<Set<Fact>> mappers) {
    Set<Fact> known = read.getIfPresent(asked);
    if (known == null) {
      known = Set.copyOf(mappers.get());
      read.put(asked, known);
    }
    return known;
  }
}
