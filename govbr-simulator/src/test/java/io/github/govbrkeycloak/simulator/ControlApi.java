package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The control API of a simulator, which must do what it is asked to. */
public final class ControlApi {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = JsonFixtures.mapper();

  private final String root;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** The one of the simulator at this address. */
  public ControlApi(String baseUrl) {
    this.root = baseUrl + "/simulador";
  }

  <T> T get(String path, Class<T> type) {
    return JSON.convertValue(read(path), type);
  }

  <T> List<T> list(String path, Class<T> type) {
    return JSON.convertValue(
        read(path), JSON.getTypeFactory().constructCollectionType(List.class, type));
  }

  /** Reads what is at a path below {@code /simulador}. */
  public JsonNode read(String path) {
    try {
      return JSON.readTree(send(request(path).GET()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a body there. */
  public void put(String path, Object body) {
    send(json(path).PUT(text(body)));
  }

  void post(String path, Object body) {
    send(json(path).POST(text(body)));
  }

  /** Deletes what is there. */
  public void delete(String path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static BodyPublisher text(Object body) {
    return BodyPublishers.ofString(JSON.valueToTree(body).toString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE);
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpRequest built = request.build();
      HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s: %s", built, answer.body()).isIn(200, 201, 204);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
