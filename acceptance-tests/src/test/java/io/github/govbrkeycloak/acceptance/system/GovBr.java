package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The simulated gov.br, from the side of whoever may tell it what to do. */
public final class GovBr {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String control;
  private List<Persona> personas;

  GovBr(String address) {
    this.control = address + "/simulador";
  }

  /** The fictional people who may sign in. */
  public synchronized List<Persona> personas() {
    if (personas == null) {
      JsonNode told = Http.json(request("/personas").GET().build());
      personas = JSON.convertValue(told, new TypeReference<List<Persona>>() {});
    }
    return personas;
  }

  /** The persona of an id such as {@code ouro-otp}. */
  public Persona persona(String id) {
    return personas().stream()
        .filter(persona -> persona.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no persona " + id));
  }

  /**
   * Makes gov.br misbehave until {@link #behaveNormally()}.
   *
   * @param behaviour the simulator's name of the fault, such as {@code sem-assinatura}
   * @param settings where, for whom, how often and with which parameters, as in its control API
   */
  public void behave(String behaviour, Map<String, ?> settings) {
    Http.succeed(request("/comportamentos/" + behaviour).PUT(Http.body(settings)).build());
  }

  /** The same, beside other misbehaviours of that name, in other places for instance. */
  public void behaveToo(String behaviour, Map<String, ?> settings) {
    Http.succeed(request("/comportamentos/" + behaviour).POST(Http.body(settings)).build());
  }

  /** Ends every misbehaviour. */
  public void behaveNormally() {
    Http.succeed(request("/comportamentos").DELETE().build());
  }

  /** Sets gov.br's clock ahead of the real time, or behind it, until {@link #followTheClock}. */
  public void setClock(Duration ahead) {
    Http.succeed(
        request("/relogio").PUT(Http.body(Map.of("deslocamento", ahead.toString()))).build());
  }

  /** Gives gov.br the real time again. */
  public void followTheClock() {
    Http.succeed(request("/relogio").DELETE().build());
  }

  /** Forgets everybody's sessions, logins under way and given consents. */
  public void forgetEverybody() {
    Http.succeed(request("/sessoes").DELETE().build());
  }

  /** Gives everybody back what they had at the beginning: levels, seals, passwords. */
  public void undoChanges() {
    Http.succeed(request("/estado").DELETE().build());
  }

  /** The calls gov.br has received since {@link #forgetCalls()}, oldest first. */
  public JsonNode calls() {
    return Http.json(request("/chamadas").GET().build());
  }

  /** Starts counting calls anew. */
  public void forgetCalls() {
    Http.succeed(request("/chamadas").DELETE().build());
  }

  /** Registers a service at gov.br, in place of one of the same name. */
  public void register(String clientId, JsonNode client) {
    Http.succeed(request("/clientes/" + encoded(clientId)).PUT(Http.body(client)).build());
  }

  /** Some client ids of gov.br have a slash. */
  private static String encoded(String clientId) {
    return URLEncoder.encode(clientId, StandardCharsets.UTF_8);
  }

  /**
   * Registers one more redirect URI of a client, as gov.br does on an agency's request.
   *
   * @param secret the client's secret, which gov.br does not tell and so has to be told again
   */
  public void registerRedirectUri(String clientId, String secret, String redirectUri) {
    ObjectNode client = Http.json(request("/clientes/" + clientId).GET().build()).deepCopy();
    client.remove("client_id");
    client.put("segredo", secret);
    ((ArrayNode) client.path("redirect_uris")).add(redirectUri);
    Http.succeed(request("/clientes/" + clientId).PUT(Http.body(client)).build());
  }

  /** Registers a client that may ask for everything, and sign out from where it signs in. */
  public void registerClient(String clientId, String secret, List<String> redirectUris) {
    JsonNode scopes =
        Http.json(request("/clientes/" + RunningSystem.DEMO_GOVBR_CLIENT).GET().build())
            .path("escopos");
    Http.succeed(
        request("/clientes/" + clientId)
            .PUT(
                Http.body(
                    Map.of(
                        "nome", "Serviço de teste",
                        "segredo", secret,
                        "redirect_uris", redirectUris,
                        "logout_uris",
                            redirectUris.stream().map(uri -> uri + "/logout_response").toList(),
                        "escopos", scopes)))
            .build());
  }

  /** Forgets a client. */
  public void forgetClient(String clientId) {
    Http.succeed(request("/clientes/" + encoded(clientId)).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(control + path))
        .header("Content-Type", "application/json");
  }
}
