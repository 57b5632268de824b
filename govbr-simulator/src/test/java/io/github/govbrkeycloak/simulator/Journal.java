package io.github.govbrkeycloak.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journal as a program reads it. */
final class Journal {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningSimulator running;

  Journal(RunningSimulator running) {
    this.running = running;
  }

  /** All calls, oldest first. */
  List<JsonNode> calls() {
    List<JsonNode> calls = new ArrayList<>();
    running.service().get("/simulador/chamadas").json().forEach(calls::add);
    return calls;
  }

  /**
   * The latest call to an address; {@code null} is an address gov.br does not have. The journal is
   * written when the answer is complete, so maybe a moment after it arrived.
   */
  JsonNode last(String endpoint) {
    return await()
        .atMost(PATIENCE)
        .until(() -> newest(endpoint), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits until so many calls to an address are noted, and returns the latest. */
  JsonNode last(String endpoint, int calls) {
    await().atMost(PATIENCE).until(() -> to(endpoint).size() >= calls);
    return last(endpoint);
  }

  /** The codes of what was found in the latest call to an address. */
  List<String> codes(String endpoint) {
    return codes(last(endpoint));
  }

  /** The codes of what was found in a call. */
  static List<String> codes(JsonNode call) {
    List<String> codes = new ArrayList<>();
    call.get("achados").forEach(found -> codes.add(found.get("codigo").asText()));
    return codes;
  }

  /** What a call brought under a name. */
  static JsonNode sent(JsonNode call, String name) {
    for (JsonNode sent : call.get("enviado")) {
      if (sent.get("nome").asText().equals(name)) {
        return sent;
      }
    }
    throw new AssertionError("no " + name + " in " + call);
  }

  private Optional<JsonNode> newest(String endpoint) {
    List<JsonNode> calls = to(endpoint);
    return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(calls.size() - 1));
  }

  private List<JsonNode> to(String endpoint) {
    return calls().stream()
        .filter(call -> String.valueOf(endpoint).equals(call.get("endpoint").asText()))
        .toList();
  }
}
