package io.github.govbrkeycloak.keycloak.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list an application asks for. Everything in it may be hostile.
 *
 * @param search what is looked for; blank for all
 * @param page from 1
 * @param size how many to a page
 */
record PageRequest(String search, int page, int size) {

  static final int DEFAULT_SIZE = 20;
  static final int LARGEST_SIZE = 100;
  static final int LONGEST_SEARCH = 100;

  private static final int LAST_PAGE = 1_000_000;

  /** Reads the query; empty when it is not one that the documentation describes. */
  static Optional<PageRequest> of(String busca, String pagina, String tamanho) {
    String search = busca == null ? "" : busca;
    Optional<Integer> page = number(pagina, 1, LAST_PAGE);
    Optional<Integer> size = number(tamanho, DEFAULT_SIZE, LARGEST_SIZE);
    return search.length() > LONGEST_SEARCH || page.isEmpty() || size.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageRequest(search, page.get(), size.get()));
  }

  /**
   * The answer, as all lists are told.
   *
   * @param total how many there are on all pages
   * @param items those of this page; none when it is beyond the last one
   */
  Map<String, Object> answer(int total, List<Map<String, Object>> items) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", total);
    answer.put("pagina", page);
    answer.put("tamanho", size);
    answer.put("itens", items);
    return answer;
  }

  private static Optional<Integer> number(String written, int fallback, int largest) {
    if (written == null || written.isEmpty()) {
      return Optional.of(fallback);
    }
    return Optional.of(written)
        .filter(text -> text.matches("[0-9]{1,7}"))
        .map(Integer::parseInt)
        .filter(number -> number >= 1 && number <= largest);
  }
}
