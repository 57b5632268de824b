package io.github.govbrkeycloak.simulator.junit;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A citizen who goes through the simulated login without a browser: for tests of an application's
 * back end. The citizen comes in by one click and lets the service use the data.
 */
public final class LoginSimulado {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_PAGES = 8;

  private final GovBrSimulator govbr;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();

  /** Somebody at a browser of their own. */
  public LoginSimulado(GovBrSimulator govbr) {
    this.govbr = govbr;
  }

  /**
   * Follows the address to which an application sends people.
   *
   * @param authorizeUrl the whole address at {@code /authorize}
   * @return where gov.br sends the person back to, with {@code code} or {@code error}
   * @throws IllegalStateException if the login leads nowhere; the message says at which page
   */
  public URI entrar(Persona persona, URI authorizeUrl) {
    URI address = authorizeUrl;
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address).GET());
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      String location = answer.headers().firstValue("Location").orElse(null);
      if (location != null) {
        address = address.resolve(location);
        if (!address.toString().startsWith(govbr.baseUrl() + "/")) {
          return address;
        }
        answer = send(HttpRequest.newBuilder(address).GET());
      } else {
        answer = send(fillIn(answer, persona, address));
      }
    }
    throw new IllegalStateException("the login does not end; it is at " + address.getPath());
  }

  private static HttpRequest.Builder fillIn(
      HttpResponse<String> page, Persona persona, URI address) {
    Matcher csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new IllegalStateException(
          "gov.br shows a page without a form, status " + page.statusCode());
    }
    String choice =
        page.body().contains("value=\"authorize\"")
            ? "operation=authorize"
            : "persona=" + persona.cpf();
    String body =
        "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8) + "&" + choice;
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
