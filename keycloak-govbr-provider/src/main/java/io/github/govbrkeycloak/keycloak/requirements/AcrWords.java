package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.model.Nivel;
import java.util.Map;
import java.util.Optional;

/**
 * Which of gov.br's levels an {@code acr} word means. Keycloak gives words numbers ({@code
 * acr.loa.map}); a word means the lowest level whose number is not smaller.
 *
 * @param numbers the number of each word that may be asked for; in SAML the words are URIs
 * @param levels the numbers of gov.br's own names, {@code bronze} to {@code ouro}; those that are
 *     missing are 1 to 3
 */
record AcrWords(Map<String, Integer> numbers, Map<String, Integer> levels) {

  /** The level that a word means; empty for a word without a number, or with one beyond ouro's. */
  Optional<Nivel> level(String word) {
    return Optional.ofNullable(numbers.get(word))
        .flatMap(
            number ->
                Nivel.all().stream()
                    .filter(nivel -> levels.getOrDefault(nivel.name(), nivel.rank()) >= number)
                    .findFirst());
  }

  /** At least the level that a word means; a word that means none is met by nobody. */
  Requirements least(String word) {
    return level(word).map(Requirements::level).orElseGet(() -> Requirements.unknown(word));
  }
}
