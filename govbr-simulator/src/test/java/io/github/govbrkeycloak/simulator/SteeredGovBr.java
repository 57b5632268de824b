package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A simulator as a test steers it: by its control API alone, so that it may run in this process or
 * in another one. Named like the methods of {@link GovBrSimulator}.
 */
final class SteeredGovBr {

  private final String baseUrl;
  private final ControlApi api;

  SteeredGovBr(String baseUrl) {
    this.baseUrl = baseUrl;
    this.api = new ControlApi(baseUrl);
  }

  String baseUrl() {
    return baseUrl;
  }

  String issuer() {
    return baseUrl + "/";
  }

  List<Persona> personas() {
    return api.list("/personas", Persona.class);
  }

  Persona persona(String id) {
    return api.get("/personas/" + id, Persona.class);
  }

  void forgetEverybody() {
    api.delete("/sessoes");
  }

  void reset() {
    api.delete("/estado");
  }

  Behaviours behaviours() {
    return new Behaviours(api);
  }

  Choices settings() {
    return new Choices(api);
  }

  Time clock() {
    return new Time(api);
  }

  Calls calls() {
    return new Calls(api);
  }

  Services clients() {
    return new Services(api);
  }

  /** What it does wrong. */
  record Behaviours(ControlApi api) {

    private record On(long id, String nome, Activation ativacao) {}

    void activate(Behaviour behaviour, Activation activation) {
      api.put("/comportamentos/" + behaviour.label(), activation);
    }

    void add(Behaviour behaviour, Activation activation) {
      api.post("/comportamentos/" + behaviour.label(), activation);
    }

    void deactivateAll() {
      api.delete("/comportamentos");
    }

    List<Activation> of(Behaviour behaviour) {
      return api.list("/comportamentos/ativos", On.class).stream()
          .filter(on -> on.nome().equals(behaviour.label()))
          .map(On::ativacao)
          .toList();
    }

    boolean anyActive() {
      return !api.list("/comportamentos/ativos", On.class).isEmpty();
    }
  }

  /** Which sides it takes. */
  record Choices(ControlApi api) {

    void choose(Choice choice) {
      api.put("/ajustes/" + choice.setting().label(), Map.of("escolha", choice.label()));
    }

    Choice of(Setting setting) {
      String chosen = api.read("/ajustes/" + setting.label()).path("escolha").asText();
      return Settings.parse(setting.label(), chosen);
    }

    boolean chosen(Choice choice) {
      return of(choice.setting()) == choice;
    }
  }

  /** What time it is there. */
  record Time(ControlApi api) {

    Instant instant() {
      return Instant.parse(api.read("/relogio").path("agora").asText());
    }

    void stopAt(Instant instant) {
      api.put("/relogio", Map.of("instante", instant.toString()));
    }

    void shift(Duration ahead) {
      api.put("/relogio", Map.of("deslocamento", ahead.toString()));
    }
  }

  /** The latest calls to it. */
  record Calls(ControlApi api) {

    List<CallLog.Entry> entries() {
      return api.list("/chamadas", CallLog.Entry.class);
    }

    void clear() {
      api.delete("/chamadas");
    }
  }

  /** The services registered there. */
  record Services(ControlApi api) {

    List<String> scopesOf(String clientId) {
      return api.read("/clientes/" + clientId)
          .path("escopos")
          .valueStream()
          .map(scope -> scope.asText())
          .toList();
    }

    String redirectUriOf(String clientId) {
      return api.read("/clientes/" + clientId).at("/redirect_uris/0").asText();
    }

    void remove(String clientId) {
      api.delete("/clientes/" + clientId);
    }

    void register(Client client) {
      api.put("/clientes/" + client.clientId(), registration(client));
    }

    private static Map<String, Object> registration(Client client) {
      Map<String, Object> registration = new HashMap<>();
      registration.put("nome", client.nome());
      registration.put("segredo", client.segredo());
      registration.put("redirect_uris", client.redirectUris());
      registration.put("lancador", client.lancador());
      registration.put("logout_uris", client.logoutUris());
      registration.put("escopos", client.escopos());
      registration.put("ips", client.ips());
      return registration;
    }
  }
}
