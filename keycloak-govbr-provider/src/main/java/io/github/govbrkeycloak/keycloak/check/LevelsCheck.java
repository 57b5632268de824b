package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether applications can ask for gov.br's levels: Keycloak compares numbers.
 *
 * @param numbers the number of each level's name ({@code acr.loa.map} of the realm)
 */
record LevelsCheck(Map<String, Integer> numbers) {

  Finding finding() {
    List<String> levels = Nivel.all().stream().map(Nivel::name).toList();
    List<String> missing = levels.stream().filter(name -> numbers.get(name) == null).toList();
    if (!missing.isEmpty()) {
      return Finding.red(Item.NIVEIS, "faltam", String.join(", ", missing));
    }
    boolean rising =
        IntStream.range(1, levels.size())
            .allMatch(i -> numbers.get(levels.get(i)) > numbers.get(levels.get(i - 1)));
    return rising ? Finding.green(Item.NIVEIS) : Finding.red(Item.NIVEIS, "ordem");
  }
}
