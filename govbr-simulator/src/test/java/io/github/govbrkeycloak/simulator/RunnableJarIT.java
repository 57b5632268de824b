package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The runnable jar")
class RunnableJarIT {

  private Process process;

  @AfterEach
  void leaveNothingRunning() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void says_one_line_when_ready_serves_and_ends_when_told_to() throws Exception {
    SimulatorProcess simulator = SimulatorProcess.start(Map.of());
    process = simulator.process();
    String baseUrl = simulator.baseUrl();
    assertThat(read(baseUrl + "/simulador/saude")).contains("UP");
    assertThat(read(baseUrl + "/.well-known/openid-configuration")).contains(baseUrl + "/token");
    assertThat(read(baseUrl + "/govbr-ds/govbr.css")).contains("--");
    assertThat(read(baseUrl + "/login")).contains("SIMULADOR: dados fictícios");

    process.toHandle().destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(simulator.out().readLine()).isNull();
  }

  @Test
  void says_in_one_sentence_that_the_port_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("localhost"))) {
      start(Map.of("SIMULADOR_PORTA", Integer.toString(taken.getLocalPort())));
      assertEndsWith("a porta está em uso");
    }
  }

  @Test
  void says_in_one_sentence_that_a_setting_makes_no_sense() throws Exception {
    start(Map.of("SIMULADOR_PORTA", "oitenta"));
    assertEndsWith("SIMULADOR_PORTA deve ser um número");
  }

  @Test
  void says_in_one_sentence_that_the_client_file_is_missing() throws Exception {
    start(Map.of("SIMULADOR_PORTA", "0", "SIMULADOR_CLIENTES", "nao-existe.json"));
    assertEndsWith("nao-existe.json");
  }

  private void assertEndsWith(String sentence) throws Exception {
    String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(complaint).contains(sentence).hasLineCount(1);
  }

  private void start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder = SimulatorProcess.command();
    builder.environment().putAll(environment);
    process = builder.start();
  }

  private static String read(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
