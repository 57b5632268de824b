package io.github.govbrkeycloak.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A person at a browser of their own, who goes wherever a page or a redirect leads: the service,
 * gov.br and back.
 */
public final class Visitor {

  private static final int PATIENCE_MILLISECONDS = 60_000;

  /** What a browser says when a person opens a page; the module answers others with 401. */
  private static final Map<String, String> NAVIGATION =
      Map.of(
          "Accept", "text/html,application/xhtml+xml,*/*;q=0.8",
          "Sec-Fetch-Mode", "navigate",
          "Sec-Fetch-Dest", "document");

  private static final Pattern REFRESH = Pattern.compile("0; *url=(.*)", Pattern.CASE_INSENSITIVE);

  private final Connection session =
      Jsoup.newSession()
          .cookieStore(new CookiesOfThisMachine())
          .headers(NAVIGATION)
          .ignoreHttpErrors(true)
          .timeout(PATIENCE_MILLISECONDS);
  private Connection.Response response;

  /** Opens an address. */
  public Visitor open(String url) {
    return send(session.newRequest(url), true);
  }

  /** Opens an address and adds a header of one's own invention. */
  public Visitor openWith(String url, String header, String value) {
    return send(session.newRequest(url).header(header, value), true);
  }

  /** Opens an address and stays there; tells where it would lead. */
  public String redirect(String url) {
    send(session.newRequest(url), false);
    return response.header("Location");
  }

  /** Follows a link of the page. */
  public Visitor follow(String selector) {
    Element link = page().selectFirst(selector);
    if (link == null) {
      throw new AssertionError("no " + selector + " on page: " + page().title());
    }
    return open(link.absUrl("href"));
  }

  /** Presses a button of the page. */
  public Visitor press(String selector) {
    return send(pressed(selector, Map.of()), true);
  }

  /** Presses a button after typing into the fields of its form. */
  public Visitor press(String selector, Map<String, String> typed) {
    return send(pressed(selector, typed), true);
  }

  /** Signs in as a persona of the simulator and agrees to the use of the data. */
  public Visitor signInAs(String persona) {
    press("[data-persona=" + persona + "]");
    if (page().selectFirst("#authorize") != null) {
      press("#authorize");
    }
    return this;
  }

  /** Presses a button and stays where they are; tells where it would lead. */
  public String whereWouldLead(String selector) {
    send(pressed(selector, Map.of()), false);
    return response.header("Location");
  }

  /** The page shown. */
  public Document page() {
    try {
      return response.parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a part of the page. */
  public String text(String selector) {
    return page().select(selector).text();
  }

  /** The status of the page shown. */
  public int status() {
    return response.statusCode();
  }

  /** Where the browser is, without what follows the question mark. */
  public String address() {
    return response.url().toString().replaceAll("[?#].*", "");
  }

  private Connection pressed(String selector, Map<String, String> typed) {
    Document page = page();
    Element button = page.selectFirst(selector);
    if (button == null || !(button.closest("form") instanceof FormElement form)) {
      throw new AssertionError("no " + selector + " on page: " + page.title());
    }
    typed.forEach((name, value) -> form.select("[name=" + name + "]").val(value));
    Connection request =
        session
            .newRequest(form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action"))
            .data(form.formData())
            .method(Connection.Method.POST);
    return button.attr("name").isEmpty()
        ? request
        : request.data(button.attr("name"), button.attr("value"));
  }

  /** Where the page sends browsers on to by itself. */
  private Optional<String> refresh() {
    return page().select("meta[http-equiv=refresh][content]").stream()
        .map(meta -> REFRESH.matcher(meta.attr("content")))
        .filter(Matcher::matches)
        .map(matched -> matched.group(1))
        .findFirst();
  }

  private Visitor send(Connection request, boolean follow) {
    try {
      response = request.followRedirects(follow).execute().readFully();
      Optional<String> refresh = refresh();
      return follow && refresh.isPresent() ? open(refresh.get()) : this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
