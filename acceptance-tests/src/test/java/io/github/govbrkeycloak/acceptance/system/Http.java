package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The tests' own calls, as a program makes them, besides what happens in the browser. */
final class Http {

  private static final ObjectMapper JSON = new JsonMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

  private Http() {}

  /** Sends, whatever the answer's status. */
  static HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  /** Sends, whatever the answer's status, and reads bytes. */
  static HttpResponse<byte[]> bytes(HttpRequest request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    try {
      return CLIENT.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Sends and reads JSON; an answer that is no success ends the test. */
  static JsonNode json(HttpRequest request) {
    return json(succeed(request).body().getBytes(StandardCharsets.UTF_8));
  }

  /** Reads JSON. */
  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends; an answer that is no success ends the test. Its body may be personal: it is not told.
   */
  static HttpResponse<String> succeed(HttpRequest request) {
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          request.method() + " " + request.uri().getPath() + " answered " + response.statusCode());
    }
    return response;
  }

  static BodyPublisher body(Object representation) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(representation));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
