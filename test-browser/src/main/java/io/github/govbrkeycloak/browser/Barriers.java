package io.github.govbrkeycloak.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** What keeps people out of a page: WCAG 2.2, levels A and AA, as far as a program can tell. */
public final class Barriers {

  private static final List<String> WCAG_A_AND_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

  private Barriers() {}

  /** Those in a page as it is shown now, each with the places where it is. */
  public static List<String> in(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG_A_AND_AA).analyze().getViolations().stream()
            .map(Barriers::describe)
            .toList();
  }

  /** Whether the page is no wider than the screen. */
  public static boolean fits(Page page) {
    return (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
  }

  private static String describe(Rule rule) {
    String places =
        rule.getNodes().stream()
            .map(node -> node.getTarget() + " " + node.getHtml())
            .collect(Collectors.joining("\n    "));
    return rule.getId() + ": " + rule.getHelp() + "\n    " + places;
  }
}
