package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import io.github.govbrkeycloak.browser.Barriers;
import io.github.govbrkeycloak.browser.Chromium;
import io.github.govbrkeycloak.browser.PrivateWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaves a picture of each page, wide and narrow, in {@code target/paginas}. */
@DisplayName("Every page of the simulator")
class EveryPageIT {

  private static final Path TEMPLATES =
      Path.of("src", "main", "resources", "io", "github", "govbrkeycloak", "simulator", "paginas");
  private static final Path PICTURES = Path.of("target", "paginas");

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static Chromium chromium;

  private PrivateWindow window;

  @BeforeAll
  static void startTheBrowser() {
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stopTheBrowser() {
    chromium.close();
  }

  @BeforeEach
  void openAWindow() {
    new RelyingParty(RUNNING.govbr());
    window = PrivateWindow.open(chromium);
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  static Stream<PageVisit> visits() {
    return PageVisits.all();
  }

  @Test
  void is_visited() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      List<String> pages =
          files
              .map(file -> file.getFileName().toString().replace(".ftlh", ""))
              .filter(name -> !name.equals("layout"))
              .toList();
      assertThat(visits().map(PageVisit::template)).containsAll(pages);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("visits")
  void is_open_to_everybody_on_any_screen_and_says_that_it_is_a_simulator(PageVisit visit) {
    Page page = window.page();
    visit.way().accept(new Tour(RUNNING, page));
    page.locator("body[data-pagina=" + visit.template() + "] " + visit.sign()).first().waitFor();

    assertThat(page.locator(".govbr-notice-bar").innerText())
        .startsWith("SIMULADOR: dados fictícios.");
    assertThat(page.locator("footer").innerText()).contains("SIMULADOR: dados fictícios.");
    assertThat(page.locator("h1").count()).as("main headings").isEqualTo(1);
    assertOpen(visit, "larga", 1280, 900);
    assertOpen(visit, "390", 390, 844);
    assertThat(window.outsideRequests()).as("requests to other machines").isEmpty();
    assertThat(window.complaints()).as("what the page's own policy forbids").isEmpty();
    assertThat(window.brokenPages()).as("server errors").isEmpty();
  }

  private void assertOpen(PageVisit visit, String screen, int width, int height) {
    Page page = window.page();
    page.setViewportSize(width, height);
    fold(false);
    page.screenshot(
        new ScreenshotOptions()
            .setFullPage(true)
            .setPath(PICTURES.resolve(fileName(visit) + "-" + screen + ".png")));
    fold(true);
    assertThat(Barriers.in(page)).as("barriers at %s pixels", width).isEmpty();
    assertThat(Barriers.fits(page)).as("fits into %s pixels", width).isTrue();
  }

  /** What is folded away has to be open to everybody too. */
  private void fold(boolean open) {
    window
        .page()
        .evaluate("open => document.querySelectorAll('details').forEach(d => d.open = open)", open);
  }

  private static String fileName(PageVisit visit) {
    return visit.toString().replaceAll("[^\\p{L}0-9]+", "-").replaceAll("-$", "");
  }
}
