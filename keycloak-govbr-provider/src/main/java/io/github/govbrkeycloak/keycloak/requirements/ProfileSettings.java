package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration of {@code govbr-requisitos} in a profile. Whoever writes it by hand may write
 * anything: what nobody knows, be it a key or a value, refuses.
 *
 * @param values as configured: texts and lists of texts
 */
public record ProfileSettings(Map<String, Object> values) {

  /** Key: the least level. */
  public static final String NIVEL = "nivel";

  /** Key: one of these seals. */
  public static final String SELOS = "selos";

  /** Key: each of these seals. */
  public static final String SELOS_TODOS = "selosTodos";

  /** Key: one of these factors. */
  public static final String FATORES = "fatores";

  /** Key: best one of these factors. */
  public static final String FATORES_PREFERIDOS = "fatoresPreferidos";

  /** Key: whether a company is asked for. */
  public static final String EMPRESA = "empresa";

  /** Key: why the application asks, in words that the person reads. */
  public static final String MOTIVO = "motivo";

  static final String NAO_PEDE = "não pede";
  static final String OPCIONAL = "opcional";
  static final String OBRIGATORIA = "obrigatória";

  private static final Set<String> KEYS =
      Set.of(NIVEL, SELOS, SELOS_TODOS, FATORES, FATORES_PREFERIDOS, EMPRESA, MOTIVO);

  /** Keycloak's own key in every configuration that its console has saved. */
  private static final String AUTO_CONFIGURE = "auto-configure";

  private static final Pattern SEAL_ID = Pattern.compile("[0-9]{3,4}");
  private static final Pattern SEPARATOR = Pattern.compile("##|,");

  /** What it demands. */
  public Requirements requirements() {
    return Stream.of(
            Stream.of(unknownKeys()),
            texts(NIVEL).map(ProfileSettings::level),
            Stream.of(Requirements.seals(OneOf.any(seals(SELOS).toList()))),
            Stream.of(Requirements.seals(OneOf.all(seals(SELOS_TODOS).toList()))),
            Stream.of(Requirements.factors(OneOf.any(factors(FATORES)))),
            Stream.of(Requirements.preferred(new LinkedHashSet<>(factors(FATORES_PREFERIDOS)))),
            unknownSeals(),
            unknownFactors(),
            texts(EMPRESA).map(ProfileSettings::company))
        .flatMap(part -> part)
        .reduce(Requirements.NONE, Requirements::plus);
  }

  /** Why it demands that; a reason demands nothing. */
  Optional<String> reason() {
    return Optional.ofNullable(values.get(MOTIVO))
        .map(Object::toString)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private Requirements unknownKeys() {
    Set<String> unknown = new HashSet<>(values.keySet());
    unknown.removeAll(KEYS);
    unknown.remove(AUTO_CONFIGURE);
    return unknown.stream()
        .map(Requirements::unknown)
        .reduce(Requirements.NONE, Requirements::plus);
  }

  private static Requirements level(String word) {
    return Nivel.all().stream()
        .filter(nivel -> nivel.name().equals(word))
        .findFirst()
        .map(Requirements::level)
        .orElseGet(() -> Requirements.unknown(word));
  }

  private static Requirements company(String word) {
    return switch (word) {
      case NAO_PEDE -> Requirements.NONE;
      case OPCIONAL -> Requirements.company(CompanyNeed.OPTIONAL);
      case OBRIGATORIA -> Requirements.company(CompanyNeed.REQUIRED);
      default -> Requirements.unknown(word);
    };
  }

  private Stream<Selo> seals(String key) {
    return texts(key).map(Selo::of);
  }

  /** gov.br adds seals every year: a new number is no mistake, a word is. */
  private Stream<Requirements> unknownSeals() {
    return Stream.of(SELOS, SELOS_TODOS)
        .flatMap(this::texts)
        .filter(text -> !SEAL_ID.matcher(Selo.of(text).id()).matches())
        .map(Requirements::unknown);
  }

  private List<Amr> factors(String key) {
    return texts(key).map(Amr::of).toList();
  }

  /** A preferred factor never refuses, not even a misspelt one. */
  private Stream<Requirements> unknownFactors() {
    return factors(FATORES).stream()
        .filter(factor -> !factor.hasKnownFamily())
        .map(factor -> Requirements.unknown(factor.value()));
  }

  /** The console stores lists as lists; whoever writes by hand may write them in one text. */
  private Stream<String> texts(String key) {
    Object value = values.get(key);
    Stream<String> texts =
        value instanceof Collection<?> list
            ? list.stream().filter(Objects::nonNull).map(Object::toString)
            : Optional.ofNullable(value).map(Object::toString).stream();
    return texts
        .flatMap(text -> Arrays.stream(SEPARATOR.split(text)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
