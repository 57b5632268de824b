package io.github.govbrkeycloak.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A browser window with its own cookies. It refuses every request that leaves this machine and
 * remembers that it was made, so that a test can prove there was none.
 */
public final class PrivateWindow implements AutoCloseable {

  private final BrowserContext context;
  private final Page page;
  private final List<String> outsideRequests = new CopyOnWriteArrayList<>();
  private final List<String> brokenPages = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** Opens an empty one. */
  public static PrivateWindow open(Chromium chromium) {
    return new PrivateWindow(chromium.newContext());
  }

  private PrivateWindow(BrowserContext context) {
    this.context = context;
    context.route(
        address -> !isThisMachine(address),
        route -> {
          outsideRequests.add(route.request().url());
          route.abort();
        });
    context.onResponse(this::rememberServerErrors);
    context.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    this.page = context.newPage();
  }

  /** The open page. */
  public Page page() {
    return page;
  }

  /** What pages asked from other machines; every such request was refused. */
  public List<String> outsideRequests() {
    return List.copyOf(outsideRequests);
  }

  /** Addresses (without their query) that answered with a server error. */
  public List<String> brokenPages() {
    return List.copyOf(brokenPages);
  }

  /** What the browser refused because of the page's own content security policy. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Forgets everything, as a person does who closes the browser. */
  public void forgetEverything() {
    context.clearCookies();
  }

  @Override
  public void close() {
    context.close();
  }

  private void rememberServerErrors(Response response) {
    if (response.status() >= 500) {
      String address = response.url();
      brokenPages.add(response.status() + " " + address.replaceAll("[?#].*", ""));
    }
  }

  private static boolean isThisMachine(String address) {
    String host = URI.create(address.replaceAll("[?#].*", "")).getHost();
    return "localhost".equals(host) || "127.0.0.1".equals(host);
  }
}
