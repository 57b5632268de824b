package io.github.govbrkeycloak.acceptance.metrics;

import java.util.Set;

/**
 * One thing that administrators watch: a panel, an alert, or a list to choose from.
 *
 * @param title what it is called
 * @param query what it reads
 * @param words the labels whose values its words show
 */
public record Watched(String title, Query query, Set<String> words) {

  @Override
  public String toString() {
    return title;
  }
}
