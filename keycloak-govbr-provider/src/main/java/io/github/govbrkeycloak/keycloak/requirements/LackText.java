package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that is missing, as a person reads it. Public, for templates.
 *
 * @param key key of the sentence that says what is missing
 * @param argument what the sentence names
 * @param ways each thing that would do, and how one comes by it
 */
public record LackText(String key, String argument, List<Way> ways) {

  private static final String PREFIX = "govbr.exigencia.";

  /**
   * Something that would do.
   *
   * @param name its name
   * @param key key of the sentence that says what the person can do
   */
  public record Way(String name, String key) {}

  /** The sentence of a lack; none where the refusal's own sentence says all. */
  static Stream<LackText> of(Lack lack) {
    if (lack.isUntold()) {
      return Stream.empty();
    }
    if (lack instanceof Lack.Level level) {
      String key = level.has().filter(Nivel::isKnown).isPresent() ? "nivel" : "nivelDesconhecido";
      return Stream.of(
          new LackText(
              PREFIX + key, level.needs().title(), List.of(new Way("", PREFIX + "nivel.como"))));
    }
    if (lack instanceof Lack.Seal seal) {
      return Stream.of(
          new LackText(
              PREFIX + (seal.oneOf().size() == 1 ? "selo" : "selos"), "", seals(seal.oneOf())));
    }
    return lack instanceof Lack.Factor factor
        ? Stream.of(
            new LackText(
                PREFIX + (factor.oneOf().size() == 1 ? "fator" : "fatores"),
                "",
                factors(factor.oneOf())))
        : Stream.empty();
  }

  private static List<Way> seals(Set<Selo> oneOf) {
    return oneOf.stream()
        .sorted(Comparator.comparing(Selo::id))
        .map(seal -> new Way(seal.title(), PREFIX + "selo." + origin(seal.id())))
        .toList();
  }

  /** Where one gets a seal: gov.br numbers them by that. */
  private static String origin(String id) {
    return switch (id) {
      case "301" -> "extinto";
      case "401", "701", "901" -> "rosto";
      case "501", "502", "503", "504" -> "balcao";
      case "702" -> "digital";
      case "801" -> "certificado";
      default -> id.startsWith("6") ? "banco" : "outro";
    };
  }

  private static List<Way> factors(Set<Amr> oneOf) {
    return oneOf.stream()
        .sorted(Comparator.comparing(Amr::value))
        .map(factor -> new Way(factor.title(), PREFIX + "fator." + howTo(factor)))
        .toList();
  }

  private static String howTo(Amr factor) {
    return switch (factor.family()) {
      case "mfa", "x509", "bank", "app" -> factor.family();
      default -> "outro";
    };
  }
}
