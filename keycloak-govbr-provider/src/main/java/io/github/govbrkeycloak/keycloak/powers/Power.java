package io.github.govbrkeycloak.keycloak.powers;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A power of attorney, as gov.br tells it. Of addresses nothing is kept.
 *
 * @param id by which its use is recorded; version 1 tells none
 * @param grantorName name of whoever gave it
 * @param agentName name of whoever acts
 * @param status gov.br's word, such as {@code ACTIVE}
 * @param since when it was given
 * @param until when it ends by itself
 * @param services for what it is good
 */
public record Power(
    Optional<String> id,
    Optional<String> grantorName,
    Optional<String> agentName,
    Optional<String> status,
    Optional<OffsetDateTime> since,
    Optional<OffsetDateTime> until,
    List<Service> services) {

  /**
   * A service at gov.br.
   *
   * @param id its number there, which is told when a use is recorded
   * @param name its name there
   */
  public record Service(String id, Optional<String> name) {}

  /** It names two people. */
  @Override
  public String toString() {
    return "Power";
  }
}
