package io.github.govbrkeycloak.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The web server")
class SimulatorServerTest {

  @Test
  void asks_whoever_comes_while_it_starts_to_try_again() throws Exception {
    try (SimulatorServer server = SimulatorServer.listen(Network.onFreePort(), Optional.empty())) {
      URI early = URI.create("http://localhost:" + server.port() + "/simulador/clientes/meu");
      HttpRequest request = HttpRequest.newBuilder(early).GET().build();

      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
          .isEqualTo(503);
    }
  }
}
