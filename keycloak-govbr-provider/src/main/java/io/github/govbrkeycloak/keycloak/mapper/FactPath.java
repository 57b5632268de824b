package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.FactNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way to one fact among those of the claims contract.
 *
 * <pre>
 *   nivel                            one value
 *   selos.id                         the id of each seal
 *   selos[801].atualizado_em         of the seal whose id or nome is 801
 *   selos[nivel=ouro].nome           of each seal whose nivel is ouro
 * </pre>
 *
 * <p>A step into a list is a step into each of its items. What is not there gives no value; an
 * object is no value either.
 */
final class FactPath {

  private static final int LONGEST = 200;
  private static final String NAME = "[a-z0-9_]+";
  private static final Pattern PATH =
      Pattern.compile("NAME(?:\\.NAME|\\[(?:NAME=)?[^\\[\\]=]+\\])*".replace("NAME", NAME));
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?(?<name>NAME)|\\[(?:(?<key>NAME)=)?(?<value>[^\\[\\]=]+)\\]".replace("NAME", NAME));

  private static final Pattern FILTER = Pattern.compile("\\[[^\\]]*\\]");

  /** What an item is called by when a filter names no key. */
  private static final List<String> NAMING_KEYS = List.of("id", "nome");

  /** In tokens the facts that OpenID Connect does not name are members of this claim. */
  private static final String STRUCTURED = "govbr.";

  private final String text;

  private FactPath(String text) {
    this.text = text;
  }

  /** Reads a path; empty when it is not one. */
  static Optional<FactPath> parse(String text) {
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(path -> path.length() <= LONGEST && PATH.matcher(path).matches())
        .map(FactPath::new);
  }

  /** The values at the end of the way, each once, in the order of the facts. */
  List<String> in(Map<String, Object> facts) {
    Stream<?> reached = Stream.of(facts);
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      reached =
          step.group("name") != null ? into(reached, step.group("name")) : only(reached, step);
    }
    return reached
        .flatMap(FactPath::items)
        .filter(FactPath::isValue)
        .map(Object::toString)
        .filter(value -> !value.isBlank())
        .distinct()
        .toList();
  }

  private static Stream<?> into(Stream<?> reached, String name) {
    return reached
        .flatMap(FactPath::items)
        .flatMap(
            item ->
                item instanceof Map<?, ?> map ? Stream.ofNullable(map.get(name)) : Stream.empty());
  }

  private static Stream<?> only(Stream<?> reached, Matcher filter) {
    String value = filter.group("value").strip();
    List<String> keys = filter.group("key") == null ? NAMING_KEYS : List.of(filter.group("key"));
    Predicate<Map<?, ?>> chosen =
        item -> keys.stream().anyMatch(key -> value.equals(String.valueOf(item.get(key))));
    return reached
        .flatMap(FactPath::items)
        .filter(item -> item instanceof Map<?, ?> map && chosen.test(map));
  }

  private static Stream<?> items(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(list).stream() : Stream.of(value);
  }

  private static boolean isValue(Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /** The fact that must be known for this path; empty when every login knows it. */
  Optional<Fact> neededFact() {
    String way = text.startsWith(STRUCTURED) ? text.substring(STRUCTURED.length()) : text;
    return FactNames.factOf(FILTER.matcher(way).replaceAll(""));
  }

  @Override
  public String toString() {
    return text;
  }
}
