package io.github.govbrkeycloak.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As much of a browser as a login needs, for tests that need many: pages as text, cookies of its
 * own, redirects followed step by step.
 */
public final class HttpBrowser {

  /** As Chromium: a loop ends with an error. */
  private static final int MOST_REDIRECTS = 20;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

  /**
   * Where the browser is.
   *
   * @param url the address
   * @param status HTTP status; 0 when the address was not opened
   * @param body the page
   */
  public record Page(String url, int status, String body) {}

  /**
   * Opens an address and follows redirects.
   *
   * @param stop a redirect to an address that begins so is not followed
   */
  public Page open(String url, String stop) {
    return follow(url, send(request(url).GET().build()), stop);
  }

  /** Submits a form and follows redirects, as {@link #open} does. */
  public Page submit(String url, Map<String, String> form, String stop) {
    HttpRequest request =
        request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin(url))
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    return follow(url, send(request), stop);
  }

  /** Forgets a cookie of an address, as time makes a browser do. */
  public void forget(String url, String cookie) {
    cookiesOf(url).remove(cookie);
  }

  /** Gets a cookie that no server has set, as from somebody who can write into this browser. */
  public void plant(String url, String cookie, String value) {
    cookiesOf(url).put(cookie, value);
  }

  /** Whether it has a cookie of an address. */
  public boolean hasCookie(String url, String cookie) {
    return cookiesOf(url).containsKey(cookie);
  }

  /** Becomes the same browser: whoever sits at it is known by the same cookies. */
  public void takeCookiesOf(HttpBrowser other) {
    cookies.putAll(other.cookies);
  }

  /** Begins to open an address, following nothing; the page comes when it comes. */
  public CompletableFuture<Page> begin(String url) {
    return CLIENT
        .sendAsync(request(url).GET().build(), BodyHandlers.ofString())
        .thenApply(response -> new Page(url, response.statusCode(), response.body()));
  }

  private Page follow(String url, HttpResponse<String> response, String stop) {
    String at = url;
    HttpResponse<String> answer = response;
    for (int redirects = 1; answer.headers().firstValue("Location").isPresent(); redirects++) {
      if (redirects > MOST_REDIRECTS) {
        throw new IllegalStateException("redirects without end");
      }
      at = URI.create(at).resolve(answer.headers().firstValue("Location").get()).toString();
      if (at.startsWith(stop)) {
        return new Page(at, 0, "");
      }
      answer = send(request(at).GET().build());
    }
    return new Page(at, answer.statusCode(), answer.body());
  }

  private HttpRequest.Builder request(String url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    String own =
        cookiesOf(url).entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return own.isEmpty() ? request : request.header("Cookie", own);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
      response
          .headers()
          .allValues("Set-Cookie")
          .forEach(cookie -> keep(request.uri().toString(), cookie));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void keep(String url, String cookie) {
    String[] nameAndValue = cookie.split(";", 2)[0].split("=", 2);
    if (cookie.contains("Max-Age=0")) {
      cookiesOf(url).remove(nameAndValue[0]);
    } else {
      cookiesOf(url).put(nameAndValue[0], nameAndValue[1]);
    }
  }

  private Map<String, String> cookiesOf(String url) {
    return cookies.computeIfAbsent(origin(url), any -> new ConcurrentHashMap<>());
  }

  /** Forgets every cookie of an address but one. */
  public void forgetCookies(String url, String exceptOne) {
    cookiesOf(url).keySet().removeIf(name -> !name.equals(exceptOne));
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  /** A form or query as it goes over the wire. */
  public static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** A parameter of an address. */
  public static Optional<String> parameter(String url, String name) {
    return Optional.ofNullable(URI.create(url).getRawQuery()).stream()
        .flatMap(query -> Arrays.stream(query.split("&")))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }
}
