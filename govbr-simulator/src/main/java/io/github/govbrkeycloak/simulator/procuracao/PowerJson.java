package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How both versions of the API write a power of attorney. */
final class PowerJson {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.ofHours(-3));

  private final Personas personas;
  private final Settings settings;
  private final Clock clock;

  PowerJson(Personas personas, Settings settings, Clock clock) {
    this.personas = personas;
    this.settings = settings;
    this.clock = clock;
  }

  Map<String, Object> version2(PowerOfAttorney power) {
    Instant now = clock.instant();
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", id(Long.toString(power.id())));
    item.put("grantorAccount", account(power.outorgante(), true));
    item.put("agentAccount", account(power.procurador(), true));
    item.put("createdAtUtc", power.criadaEm());
    item.put("expiresAtUtc", power.expiraEm());
    item.put("revokedAtUtc", power.revogadaEm());
    item.put("renouncedAtUtc", power.renunciadaEm());
    item.put("canceledAtUtc", power.canceladaEm());
    item.put("statusDetails", Map.of());
    item.put("status", power.statusAt(now));
    item.put("statusAtUtc", power.statusSince(now));
    item.put("statusAt", local(power.statusSince(now)));
    item.put("createdAt", local(power.criadaEm()));
    item.put("expiresAt", local(power.expiraEm()));
    item.put("services", power.servicos().stream().map(this::service).toList());
    return item;
  }

  /** Version 1 knows three words only. */
  Map<String, Object> version1(PowerOfAttorney power) {
    Instant now = clock.instant();
    PowerStatus status = power.statusAt(now);
    boolean expired = status == PowerStatus.EXPIRED;
    boolean active = status == PowerStatus.ACTIVE;
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("grantorAccount", account(power.outorgante(), false));
    item.put("agentAccount", account(power.procurador(), false));
    item.put("validAfter", local(power.criadaEm()));
    item.put("validBefore", local(power.expiraEm()));
    item.put("grantorAddress", address());
    item.put("agentAddress", address());
    item.put("services", power.servicos().stream().map(this::service).toList());
    item.put("createdAt", local(power.criadaEm()));
    item.put("status", active || expired ? status : PowerStatus.REVOKED);
    item.put("beforeTerm", now.isBefore(Instant.parse(power.criadaEm())));
    item.put("expired", expired);
    item.put("revoked", !active && !expired);
    return item;
  }

  private Map<String, Object> account(String cpf, boolean withAddress) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("id", id(cpf));
    account.put("name", personas.withCpf(Cpf.of(cpf)).map(Persona::nome).orElse(""));
    if (withAddress) {
      account.put("address", address());
    }
    return account;
  }

  private Map<String, Object> service(PowerOfAttorney.Service service) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("clientId", id(service.clientId()));
    item.put("serviceId", service.serviceId());
    item.put("serviceName", service.serviceName());
    return item;
  }

  private static List<String> address() {
    return List.of("Rua das Acácias Fictícias, 10", "São Paulo/SP");
  }

  private String id(String text) {
    return settings.chosen(Choice.POWER_IDS_CPF) ? text : PowerOfAttorney.uuidOf(text);
  }

  private static String local(String utc) {
    return LOCAL.format(Instant.parse(utc));
  }
}
