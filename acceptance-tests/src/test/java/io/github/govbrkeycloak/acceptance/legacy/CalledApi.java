package io.github.govbrkeycloak.acceptance.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The answer to a call of a REST service.
 *
 * @param status of HTTP
 * @param challenge the header {@code WWW-Authenticate}; empty if there is none
 * @param contentType of the body; empty if there is none
 * @param body JSON; missing if it is empty
 */
record CalledApi(int status, String challenge, String contentType, JsonNode body) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Reads an address as an application does that shows an access token. */
  static CalledApi get(String url, String token) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET(), token);
  }

  /** Asks for something. */
  static CalledApi post(String url, String token) {
    return send(HttpRequest.newBuilder(URI.create(url)).POST(BodyPublishers.noBody()), token);
  }

  /** Reads it without a token. */
  static CalledApi getAnonymously(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  private static CalledApi send(HttpRequest.Builder request, String token) {
    return send(request.header("Authorization", "Bearer " + token));
  }

  private static CalledApi send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new CalledApi(
          response.statusCode(),
          response.headers().firstValue("WWW-Authenticate").orElse(""),
          response.headers().firstValue("Content-Type").orElse(""),
          new JsonMapper().readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
