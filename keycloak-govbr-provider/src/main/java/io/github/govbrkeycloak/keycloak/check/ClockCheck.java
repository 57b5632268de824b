package io.github.govbrkeycloak.keycloak.check;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether this server's clock and gov.br's are together: gov.br's ID tokens live a minute.
 *
 * @param forgiven how much difference a login forgives
 */
record ClockCheck(Duration forgiven) {

  Finding of(Optional<Duration> ahead) {
    return ahead.map(Duration::abs).map(this::judged).orElseGet(ClockCheck::unknown);
  }

  private static Finding unknown() {
    return Finding.yellow(Item.RELOGIO, "incerto");
  }

  private Finding judged(Duration difference) {
    String seconds = Long.toString(difference.toSeconds());
    String limit = Long.toString(forgiven.toSeconds());
    if (difference.compareTo(forgiven) > 0) {
      return Finding.red(Item.RELOGIO, "errado", seconds, limit);
    }
    return difference.compareTo(forgiven.dividedBy(2)) > 0
        ? Finding.yellow(Item.RELOGIO, "quase", seconds, limit)
        : Finding.green(Item.RELOGIO, seconds, limit);
  }
}
