package io.github.govbrkeycloak.benchmarks.login;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;

/** The simulated gov.br, from the side of whoever may tell it what to do. */
record GovBrControls(HttpClient http, String address) {

  /** Makes gov.br misbehave in one way more, until {@link #behave()}. */
  void misbehave(String behaviour, Map<String, Object> settings)
      throws IOException, InterruptedException {
    send(
        request("/comportamentos/" + behaviour)
            .POST(BodyPublishers.ofString(JSONObjectUtils.toJSONString(settings))));
  }

  /** Ends every misbehaviour. */
  void behave() throws IOException, InterruptedException {
    send(request("/comportamentos").DELETE());
  }

  /** Starts counting calls anew. */
  void forgetCalls() throws IOException, InterruptedException {
    send(request("/chamadas").DELETE());
  }

  /** How often each of gov.br's addresses was called since {@link #forgetCalls()}. */
  Map<String, Long> calls() throws IOException, InterruptedException {
    try {
      Map<String, Long> calls = new TreeMap<>();
      for (Object call : JSONArrayUtils.parse(send(request("/chamadas")))) {
        calls.merge(String.valueOf(((Map<?, ?>) call).get("endpoint")), 1L, Long::sum);
      }
      return calls;
    } catch (ParseException e) {
      throw new IOException("unreadable journal", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + "/simulador" + path))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json");
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          "the simulator answered " + answer.statusCode() + " at " + answer.uri().getPath());
    }
    return answer.body();
  }
}
