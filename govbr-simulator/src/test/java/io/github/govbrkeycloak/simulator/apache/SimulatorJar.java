package io.github.govbrkeycloak.simulator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The runnable jar, as strict as gov.br can be, and its controls. */
final class SimulatorJar implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private SimulatorJar(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static SimulatorJar start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("simulator.jar"));
    builder.environment().put("SIMULADOR_PORTA", "0");
    builder
        .environment()
        .put("SIMULADOR_AJUSTES", "pkce=obrigatorio,autenticacao-do-servico=so-basic");
    Process process = builder.redirectError(Redirect.INHERIT).start();
    String ready = process.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(ready).contains("pronto em http://localhost:");
    return new SimulatorJar(process, ready.replaceAll(".*(http://localhost:\\d+).*", "$1"));
  }

  /** Its address, without a trailing slash. */
  String address() {
    return address;
  }

  /** Registers a service, as the guide's {@code curl} does. */
  void register(String clientId, String client) throws IOException, InterruptedException {
    control("PUT", "/clientes/" + clientId, client);
  }

  /** Makes gov.br misbehave until {@link #behaveNormally()}. */
  void behave(String behaviour, String settings) throws IOException, InterruptedException {
    control("PUT", "/comportamentos/" + behaviour, settings);
  }

  /** Ends every misbehaviour. */
  void behaveNormally() throws IOException, InterruptedException {
    control("DELETE", "/comportamentos", "");
  }

  /** Forgets what people did to their accounts, and who is signed in. */
  void forgetEverything() throws IOException, InterruptedException {
    control("DELETE", "/estado", "");
  }

  /** What the simulator knows of a persona. */
  JsonNode persona(String id) throws IOException, InterruptedException {
    for (JsonNode persona : JSON.readTree(control("GET", "/personas", ""))) {
      if (persona.path("id").asText().equals(id)) {
        return persona;
      }
    }
    throw new IllegalArgumentException("there is no persona " + id);
  }

  /** All personas. */
  JsonNode personas() throws IOException, InterruptedException {
    return JSON.readTree(control("GET", "/personas", ""));
  }

  @Override
  public void close() {
    process.destroy();
  }

  private String control(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(address + "/simulador" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as("%s %s", method, path).isBetween(200, 299);
    return response.body();
  }
}
