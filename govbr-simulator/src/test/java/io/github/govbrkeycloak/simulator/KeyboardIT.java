package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.TimeoutError;
import io.github.govbrkeycloak.browser.Chromium;
import io.github.govbrkeycloak.browser.PrivateWindow;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Without a mouse a person")
class KeyboardIT {

  /** Its return address is a page of the simulator, so that the way ends on a real page. */
  private static final String CLIENT = "teclado.exemplo.gov.br";

  private static final int MOST_STOPS = 120;

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static Chromium chromium;

  private PrivateWindow window;
  private Page page;

  @BeforeAll
  static void startTheBrowser() {
    chromium = Chromium.launch();
    RUNNING
        .govbr()
        .clients()
        .register(
            Client.of(CLIENT, "segredo")
                .named("Serviço do teclado")
                .returningTo(RUNNING.govbr().baseUrl() + "/simulador/chamadas")
                .provisionedWith("openid", "profile"));
  }

  @AfterAll
  static void stopTheBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openAWindow() {
    window = PrivateWindow.open(chromium);
    page = window.page();
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  @Test
  void signs_in_and_consents() {
    page.navigate(RUNNING.service().authorizeUrl(request()));
    skipToTheContent();
    tabTo("#accountId");
    page.keyboard().type(RUNNING.govbr().persona("cin").cpf());
    page.keyboard().press("Enter");
    page.locator("#password").waitFor();
    tabTo("#password");
    page.keyboard().type(RUNNING.govbr().persona("cin").senha());
    page.keyboard().press("Enter");
    page.locator("#authorize").waitFor();
    tabTo("#authorize");
    page.keyboard().press("Enter");
    page.waitForURL(url -> url.contains("/simulador/chamadas?code="));
    tabTo("#chamadas summary");
    page.keyboard().press("Enter");
    assertThat(page.locator("#chamadas details[open]").count()).isEqualTo(1);
  }

  @Test
  void raises_the_level_at_the_catalogue() {
    page.navigate(RUNNING.govbr().baseUrl() + "/catalogo");
    tabTo("[data-persona=bronze-senha]");
    page.keyboard().press("Enter");
    page.locator("#selos").waitFor();
    skipToTheContent();
    tabTo("[name=via]");
    page.keyboard().press("Space");
    page.locator("#succeed").waitFor();
    tabTo("#succeed");
    page.keyboard().press("Enter");
    page.locator(".br-message.info").waitFor();
  }

  @Test
  void makes_the_simulator_err_and_behave_again() {
    page.navigate(RUNNING.govbr().baseUrl() + "/simulador");
    skipToTheContent();
    tabTo("section[aria-labelledby=ligar] summary");
    page.keyboard().press("Enter");
    tabTo("a[href$='/atraso']");
    page.keyboard().press("Enter");
    page.locator("#parametro-ms").waitFor();
    tabTo("#parametro-ms");
    page.keyboard().type("1");
    tabTo("#endpoint");
    page.keyboard().type("jwk");
    tabTo("#switch-on");
    page.keyboard().press("Enter");
    page.locator("#ligados").waitFor();
    assertThat(RUNNING.govbr().behaviours().of(Behaviour.ATRASO))
        .singleElement()
        .satisfies(on -> assertThat(on.endpoint()).isEqualTo("jwk"));

    tabTo("section[aria-labelledby=ajustes] summary");
    page.keyboard().press("Space");
    tabTo("#pkce");
    page.keyboard().press("ArrowDown");
    tabTo("[value=choose]");
    page.keyboard().press("Enter");
    page.locator("#mudados").waitFor();
    assertThat(RUNNING.govbr().settings().chosen(Choice.PKCE_OPTIONAL)).isTrue();

    tabTo("#behave");
    page.keyboard().press("Enter");
    page.locator(".br-message.success").waitFor();
    assertThat(RUNNING.govbr().behaviours().anyActive()).isFalse();
  }

  /** The first stop of every page leads past its head. */
  private void skipToTheContent() {
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#conteudo");
    awaitFocusSeen("the skip link");
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.evaluate("document.activeElement.id").equals("conteudo"));
  }

  /** Goes on from stop to stop, never back in the page, and sees each of them. */
  private void tabTo(String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.evaluate("window.formerStop = document.activeElement");
      page.keyboard().press("Tab");
      Object here = page.evaluate("document.activeElement.outerHTML.slice(0, 200)");
      awaitFocusSeen(here);
      assertThat(goesOn()).as("%s comes after the stop before", here).isTrue();
      if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        return;
      }
    }
    throw new AssertionError("no way by Tab to " + selector + " on " + page.title());
  }

  /** The skip link slides in, and some frames fade in. */
  private void awaitFocusSeen(Object stop) {
    try {
      page.waitForCondition(this::isFocusSeen, new WaitForConditionOptions().setTimeout(10_000));
    } catch (TimeoutError e) {
      throw new AssertionError("focus is not seen on " + stop, e);
    }
  }

  /** Whether the element with the focus is on the screen and framed. */
  private boolean isFocusSeen() {
    return (boolean)
        page.evaluate(
            """
            () => {
              const here = document.activeElement;
              const box = here.getBoundingClientRect();
              const style = getComputedStyle(here);
              const framed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
                  || style.boxShadow !== 'none';
              return here !== document.body && framed && box.width > 0 && box.height > 0
                  && box.bottom > 0 && box.top < innerHeight;
            }
            """);
  }

  private boolean goesOn() {
    return (boolean)
        page.evaluate(
            """
            () => {
              const former = window.formerStop;
              return !former || former === document.body || !former.isConnected
                  || Boolean(former.compareDocumentPosition(document.activeElement)
                      & Node.DOCUMENT_POSITION_FOLLOWING);
            }
            """);
  }

  private static Map<String, String> request() {
    Map<String, String> request = new HashMap<>(RelyingParty.authorizeParameters());
    request.put("client_id", CLIENT);
    request.put("scope", "openid profile");
    request.put("redirect_uri", RUNNING.govbr().baseUrl() + "/simulador/chamadas");
    request.put("state", UUID.randomUUID().toString());
    return request;
  }
}
