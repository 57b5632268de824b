package io.github.govbrkeycloak.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A seal ("selo de confiabilidade"): one way in which gov.br has checked who a person is.
 *
 * @param id gov.br's number, a text in its tokens; empty when none was told
 * @param slug gov.br's short name; {@code desconhecido} for a seal we do not know
 * @param title what people read, in Portuguese
 * @param nivel the level that this seal gives
 */
public record Selo(String id, String slug, String title, Nivel nivel) {

  private static final String UNKNOWN = "desconhecido";

  private static final List<Selo> ALL =
      VocabularyFile.rows("selos.txt", 4).stream()
          .map(row -> new Selo(row.get(0), row.get(1), row.get(3), Nivel.of(row.get(2))))
          .toList();

  private static final Map<String, Selo> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Selo::id, Function.identity()));

  /**
   * The seal of an id, written {@code 801} or {@code 801 (certificado_digital)}. Never fails:
   * gov.br adds seals every year, so an id we do not know is kept, with an unknown level.
   */
  public static Selo of(String id) {
    String kept = RawTerm.id(id);
    Selo known = BY_ID.get(kept);
    if (known != null) {
      return known;
    }
    String title = kept.isEmpty() ? "Selo não informado" : "Selo " + kept;
    return new Selo(kept, UNKNOWN, title, Nivel.of(null));
  }

  /** The seals we know, in the order of their ids. */
  public static List<Selo> all() {
    return ALL;
  }

  /** Whether the id is in gov.br's published table. */
  public boolean isKnown() {
    return BY_ID.containsKey(id);
  }
}
