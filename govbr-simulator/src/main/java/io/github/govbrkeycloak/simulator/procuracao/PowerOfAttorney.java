package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

  /** The status of a power in force; the others are in {@link #statusAt}. */
  public static final String ACTIVE = "ACTIVE";

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
   * @throws IllegalArgumentException if a CPF is none or a date cannot be read
   */
  public PowerOfAttorney {
    Cpf.of(outorgante);
    Cpf.of(procurador);
    servicos = List.copyOf(servicos);
    Instant.parse(criadaEm);
    Instant.parse(expiraEm);
  }

  /** One of gov.br's eight words, at an instant. */
  public String statusAt(Instant now) {
    if (canceladaEm != null) {
      return motivo == null ? "CANCELED" : "CANCELED_BY_" + motivo;
    }
    if (revogadaEm != null) {
      return "REVOKED";
    }
    if (renunciadaEm != null) {
      return "RENOUNCED";
    }
    return now.isBefore(Instant.parse(expiraEm)) ? ACTIVE : "EXPIRED";
  }

  /** Since when that is its status. */
  public String statusSince(Instant now) {
    return Optional.ofNullable(canceladaEm)
        .or(() -> Optional.ofNullable(revogadaEm))
        .or(() -> Optional.ofNullable(renunciadaEm))
        .orElse(statusAt(now).equals(ACTIVE) ? criadaEm : expiraEm);
  }

  /** Whether it is in force. */
  public boolean isActiveAt(Instant now) {
    return statusAt(now).equals(ACTIVE);
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
