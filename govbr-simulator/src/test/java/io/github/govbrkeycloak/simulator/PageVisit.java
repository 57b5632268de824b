package io.github.govbrkeycloak.simulator;

import java.util.function.Consumer;

/**
 * A visit to a page.
 *
 * @param template which page is to be seen
 * @param state in which state
 * @param sign what only this page has in this state
 * @param way how to get there
 */
record PageVisit(String template, String state, String sign, Consumer<Tour> way) {

  @Override
  public String toString() {
    return template + " (" + state + ")";
  }
}
