package io.github.govbrkeycloak.keycloak.http;

import java.time.Instant;
import java.util.Optional;

/**
 * What came back, whatever its status.
 *
 * @param status HTTP status
 * @param date what the other side's clock said, where it said so readably
 * @param body of a length that the API's limits allow
 */
public record Answer(int status, Optional<Instant> date, byte[] body) {

  /** A body may be personal: it is not printed. */
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
