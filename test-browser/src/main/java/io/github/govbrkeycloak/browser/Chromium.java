package io.github.govbrkeycloak.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One Chromium for the whole run. No name but those of this machine resolves in it, so whatever a
 * page asks from elsewhere fails as it would on a computer without a network.
 */
public final class Chromium implements AutoCloseable {

  /** Generous: a busy build machine is slow, and a passing test never waits this long. */
  private static final double PATIENCE_MILLISECONDS = 30_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /**
   * Launches the browser named by {@code CHROMIUM} in the environment ({@code ./test} sets it),
   * else the one Playwright downloads.
   */
  public static Chromium launch() {
    String installed = System.getenv().getOrDefault("CHROMIUM", "");
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"));
    Playwright.CreateOptions driver = new Playwright.CreateOptions();
    if (!installed.isBlank()) {
      options.setExecutablePath(Path.of(installed));
      driver.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    }
    Playwright playwright = Playwright.create(driver);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A window of a Brazilian that shares nothing, no cookie and no cache, with any other. */
  public BrowserContext newContext() {
    return newContext(true);
  }

  /** The same of somebody who has switched scripts off. */
  public BrowserContext newContextWithoutScript() {
    return newContext(false);
  }

  private BrowserContext newContext(boolean runsScripts) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("pt-BR")
                .setTimezoneId("America/Sao_Paulo")
                .setJavaScriptEnabled(runsScripts));
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    context.setDefaultNavigationTimeout(PATIENCE_MILLISECONDS);
    return context;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
