package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.AccountEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A power of attorney, as {@code procuracoes.json} tells it.
 *
 * @param id its number
 * @param outorgante CPF of the grantor, who is represented
 * @param procurador CPF of the agent, who acts
 * @param servicos what the agent may do
 * @param criadaEm when it was granted, ISO 8601 in UTC
 * @param expiraEm when it ends by itself
 * @param revogadaEm when the grantor took it back, or {@code null}
 * @param renunciadaEm when the agent gave it up, or {@code null}
 * @param canceladaEm when gov.br ended it, or {@code null}
 * @param motivo why gov.br ended it: {@code ACCOUNT_LOCK}, {@code ACCOUNT_REMOVAL}, {@code
 *     ACCOUNT_REREGISTER}, or {@code null} for another reason
 */
public record PowerOfAttorney(
    long id,
    String outorgante,
    String procurador,
    List<Service> servicos,
    String criadaEm,
    String expiraEm,
    String revogadaEm,
    String renunciadaEm,
    String canceladaEm,
    String motivo) {

  /**
   * A service the agent may use.
   *
   * @param clientId the registered service
   * @param serviceId its number on the gov.br portal
   * @param serviceName its name there
   */
  public record Service(String clientId, int serviceId, String serviceName) {}

  /**
   * Refuses what cannot be.
   *
   * @throws IllegalArgumentException if a CPF is none or there is no such reason
   * @throws java.time.format.DateTimeParseException if a date cannot be read
   */
  public PowerOfAttorney {
    Cpf.of(outorgante);
    Cpf.of(procurador);
    servicos = List.copyOf(servicos);
    Instant.parse(criadaEm);
    Instant.parse(expiraEm);
    Stream.of(revogadaEm, renunciadaEm, canceladaEm)
        .filter(Objects::nonNull)
        .forEach(Instant::parse);
    PowerStatus.canceled(motivo);
  }

  /** What has become of it, at an instant. */
  public PowerStatus statusAt(Instant now) {
    if (canceladaEm != null) {
      return PowerStatus.canceled(motivo);
    }
    if (revogadaEm != null) {
      return PowerStatus.REVOKED;
    }
    if (renunciadaEm != null) {
      return PowerStatus.RENOUNCED;
    }
    return now.isBefore(Instant.parse(expiraEm)) ? PowerStatus.ACTIVE : PowerStatus.EXPIRED;
  }

  /** Since when that is its status. */
  public String statusSince(Instant now) {
    return Optional.ofNullable(canceladaEm)
        .or(() -> Optional.ofNullable(revogadaEm))
        .or(() -> Optional.ofNullable(renunciadaEm))
        .orElse(isActiveAt(now) ? criadaEm : expiraEm);
  }

  /** Whether it is in force. */
  public boolean isActiveAt(Instant now) {
    return statusAt(now) == PowerStatus.ACTIVE;
  }

  /** The same, taken back by the grantor. */
  PowerOfAttorney revoked(String when) {
    return ended(when, renunciadaEm, canceladaEm, motivo);
  }

  /** The same, given up by the agent. */
  PowerOfAttorney renounced(String when) {
    return ended(revogadaEm, when, canceladaEm, motivo);
  }

  /** The same, ended by gov.br. */
  PowerOfAttorney canceled(String when, AccountEvent event) {
    return ended(revogadaEm, renunciadaEm, when, "ACCOUNT_" + event.name());
  }

  private PowerOfAttorney ended(String revoked, String renounced, String canceled, String reason) {
    return new PowerOfAttorney(
        id,
        outorgante,
        procurador,
        servicos,
        criadaEm,
        expiraEm,
        revoked,
        renounced,
        canceled,
        reason);
  }

  /** Whether it covers a service. */
  public boolean covers(String clientId) {
    return servicos.stream().anyMatch(service -> service.clientId().equals(clientId));
  }

  /**
   * What the samples print where one expects a CPF or a client id: always the same for the same.
   */
  static String uuidOf(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Without the people in it. */
  @Override
  public String toString() {
    return "PowerOfAttorney[" + id + "]";
  }
}
