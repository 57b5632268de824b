package io.github.govbrkeycloak.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a person's browser does: keeps cookies, follows redirects inside the simulator, fills in
 * forms. It stops where a redirect leads away from the simulator.
 */
final class Browser {

  private static final int MOST_REDIRECTS = 10;

  private final String home;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(20)).build();

  private HttpResponse<String> response;
  private URI address;

  Browser(String home) {
    this.home = home;
  }

  /** Opens an address and follows redirects inside the simulator. */
  Browser open(String url) {
    return send(URI.create(url), request(URI.create(url)).GET().build());
  }

  /** Presses a button of the page, after typing into some of the fields of its form. */
  Browser press(String buttonSelector, Map<String, String> typed) {
    Element button = page().selectFirst(buttonSelector);
    if (button == null) {
      throw new AssertionError("no " + buttonSelector + " on page: " + page().title());
    }
    Element form = button.closest("form");
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    form.select("input[name]:not([type=checkbox]:not([checked]))").stream()
        .filter(input -> !typed.containsKey(input.attr("name")))
        .forEach(input -> fields.add(Map.entry(input.attr("name"), input.attr("value"))));
    form.select("select[name]").stream()
        .filter(list -> !typed.containsKey(list.attr("name")))
        .forEach(list -> fields.add(Map.entry(list.attr("name"), chosen(list))));
    fields.addAll(typed.entrySet());
    fields.add(Map.entry(button.attr("name"), button.attr("value")));
    return post(address.resolve(form.attr("action")), fields);
  }

  private static String chosen(Element list) {
    Element selected = list.selectFirst("option[selected]");
    return (selected == null ? list.selectFirst("option") : selected).val();
  }

  /** Follows a link of the page. */
  Browser follow(String linkSelector) {
    Element link = page().selectFirst(linkSelector);
    if (link == null) {
      throw new AssertionError("no " + linkSelector + " on page: " + page().title());
    }
    return open(address.resolve(link.attr("href")).toString());
  }

  /** Presses a button of the page. */
  Browser press(String buttonSelector) {
    return press(buttonSelector, Map.of());
  }

  /** Sends a form that need not be one of the page's. */
  Browser post(URI target, Map<String, String> fields) {
    return post(target, fields.entrySet());
  }

  private Browser post(URI target, Collection<Map.Entry<String, String>> fields) {
    String body =
        fields.stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        target,
        request(target)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** The page shown. */
  Document page() {
    return Jsoup.parse(response.body(), address.toString());
  }

  /** The text shown, for assertions. */
  String text() {
    return page().text();
  }

  int status() {
    return response.statusCode();
  }

  /** Where the browser is, or would go next if that is away from the simulator. */
  URI address() {
    return address;
  }

  /** The parameters of the address. */
  Map<String, String> parameters() {
    return QueryParameters.of(address);
  }

  /** What the simulator knows this browser by. */
  String sessionCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("GOVBR_SIMULADOR_SESSAO"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse(null);
  }

  boolean isAwayFromSimulator() {
    return !address.toString().startsWith(home + "/");
  }

  private Browser send(URI target, HttpRequest request) {
    address = target;
    response = exchange(request);
    for (int i = 0; i < MOST_REDIRECTS && response.statusCode() == 302; i++) {
      address = address.resolve(response.headers().firstValue("Location").orElseThrow());
      if (isAwayFromSimulator()) {
        return this;
      }
      response = exchange(request(address).GET().build());
    }
    return this;
  }

  private static HttpRequest.Builder request(URI target) {
    return HttpRequest.newBuilder(target)
        .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
