package io.github.govbrkeycloak.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A category of seals. gov.br took categories out of its documents in 2022, but the endpoint still
 * answers and older systems still ask for them.
 *
 * @param id gov.br's number, as text; empty when none was told
 * @param slug gov.br's short name; {@code desconhecido} for a category we do not know
 * @param title what people read, in Portuguese
 */
public record Categoria(String id, String slug, String title) {

  private static final String UNKNOWN = "desconhecido";

  private static final List<Categoria> ALL =
      VocabularyFile.rows("categorias.txt", 3).stream()
          .map(row -> new Categoria(row.get(0), row.get(1), row.get(2)))
          .toList();

  private static final Map<String, Categoria> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Categoria::id, Function.identity()));

  /**
   * The category of an id, written {@code 302} or {@code 302 (certificado_digital)}; never fails.
   */
  public static Categoria of(String id) {
    String kept = RawTerm.id(id);
    Categoria known = BY_ID.get(kept);
    if (known != null) {
      return known;
    }
    String title = kept.isEmpty() ? "Categoria não informada" : "Categoria " + kept;
    return new Categoria(kept, UNKNOWN, title);
  }

  /** The categories we know, in the order of their ids. */
  public static List<Categoria> all() {
    return ALL;
  }

  /** Whether the id is in gov.br's published table. */
  public boolean isKnown() {
    return BY_ID.containsKey(id);
  }
}
