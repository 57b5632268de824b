package io.github.govbrkeycloak.keycloak.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.http.client.utils.DateUtils;

/**
 * What came back, whatever its status.
 *
 * @param status HTTP status
 * @param date the other side's {@code Date}, as it came
 * @param received when it came, by our own clock
 * @param body of a length that the API's limits allow
 */
public record Answer(int status, Optional<String> date, Instant received, byte[] body) {

  /**
   * How far the other side's clock is ahead of ours; negative when it is behind, empty when it said
   * nothing readable.
   */
  public Optional<Duration> ahead() {
    return date.map(DateUtils::parseDate)
        .map(stated -> Duration.between(received, stated.toInstant()));
  }

  /** A body may be personal: it is not printed. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
