package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.procuracao.PowerOfAttorney.Service;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.util.List;

/** The services a citizen may let somebody else use: those registered here that take agents. */
final class OfferedServices {

  private static final int FIRST_NUMBER = 1_000;
  private static final int NUMBERS = 9_000;

  private final Clients clients;
  private final PowersOfAttorney powers;
  private final Settings settings;

  OfferedServices(Clients clients, PowersOfAttorney powers, Settings settings) {
    this.clients = clients;
    this.powers = powers;
    this.settings = settings;
  }

  List<Service> all() {
    return clients.all().stream().filter(this::takesAgents).map(this::service).toList();
  }

  private boolean takesAgents(Client client) {
    return settings.chosen(Choice.POWER_SCOPES_NOT_REQUIRED)
        ? client.escopos().contains("openid")
        : client.escopos().stream().anyMatch(scope -> scope.startsWith("poav"));
  }

  /** A service keeps the number another power has it under; else the number follows from its id. */
  private Service service(Client client) {
    String id = client.clientId();
    return powers.all().stream()
        .flatMap(power -> power.servicos().stream())
        .filter(service -> service.clientId().equals(id))
        .findFirst()
        .orElseGet(
            () ->
                new Service(
                    id, FIRST_NUMBER + Math.floorMod(id.hashCode(), NUMBERS), client.nome()));
  }
}
