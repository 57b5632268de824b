package io.github.govbrkeycloak.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a browser does for a person, without the browser: cookies of its own, redirects, forms. Many
 * visitors share one client and so its connections. A visitor stops before the address where the
 * journey ends.
 */
public final class Visitor {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_REDIRECTS = 20;
  private static final String LOCAL = "localhost";

  private final HttpClient http;
  private final String end;
  private final CookieManager cookies = new CookieManager(null, Visitor::accept);
  private URI address;
  private HttpResponse<String> page;

  /**
   * Somebody new.
   *
   * @param http shared; must neither follow redirects nor keep cookies
   * @param end beginning of the address that is not visited any more
   */
  public Visitor(HttpClient http, String end) {
    this.http = http;
    this.end = end;
  }

  /** As browsers do, which keep and send secure cookies on this machine without https too. */
  private static boolean accept(URI address, HttpCookie cookie) {
    if (LOCAL.equals(address.getHost())) {
      cookie.setSecure(false);
    }
    return CookiePolicy.ACCEPT_ORIGINAL_SERVER.shouldAccept(address, cookie);
  }

  /** Opens an address. */
  public Visitor open(URI target) throws IOException, InterruptedException {
    address = target;
    return go(HttpRequest.newBuilder().GET());
  }

  /** Sends the form a button or field belongs to, with these values typed in. */
  public Visitor send(String inForm, Map<String, String> typed)
      throws IOException, InterruptedException {
    Element element = Jsoup.parse(page.body(), address.toString()).selectFirst(inForm);
    if (element == null) {
      throw new IllegalStateException(
          "no " + inForm + " at " + address.getPath() + ", status " + page.statusCode());
    }
    Element form = element.closest("form");
    Map<String, String> fields = new LinkedHashMap<>();
    form.select("input[name]")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    fields.putAll(typed);
    address = address.resolve(form.attr("action"));
    return go(
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(fields))));
  }

  /** Whether the page has this. */
  public boolean sees(String selector) {
    return Jsoup.parse(page.body()).selectFirst(selector) != null;
  }

  /** Where the visitor is, or would be next if the journey ends there. */
  public URI address() {
    return address;
  }

  /** Parameters as a form or a query has them. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Visitor go(HttpRequest.Builder first) throws IOException, InterruptedException {
    HttpRequest.Builder request = first;
    for (int i = 0; i < MOST_REDIRECTS; i++) {
      page = exchange(request);
      String location = page.headers().firstValue("Location").orElse(null);
      if (location == null) {
        return this;
      }
      address = address.resolve(location);
      if (address.toString().startsWith(end)) {
        return this;
      }
      request = HttpRequest.newBuilder().GET();
    }
    throw new IllegalStateException("redirected in circles at " + address.getPath());
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.uri(address).timeout(PATIENCE);
    List<String> known = cookies.get(address, Map.of()).getOrDefault("Cookie", List.of());
    if (!known.isEmpty()) {
      request.header("Cookie", String.join("; ", known));
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    cookies.put(address, answer.headers().map());
    return answer;
  }
}
