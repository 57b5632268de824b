package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came back, whatever its status.
 *
 * @param status HTTP status
 * @param date what the other side's clock said, where it said so readably
 * @param received when it came, by our own clock
 * @param body of a length that the API's limits allow
 */
public record Answer(int status, Optional<Instant> date, Instant received, byte[] body) {

  /** How far the other side's clock is ahead of ours; negative when it is behind. */
  public Optional<Duration> ahead() {
    return date.map(stated -> Duration.between(received, stated));
  }

  /** A body may be personal: it is not printed. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
