package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The field of the page for a parameter that a behaviour's description speaks of.
 *
 * @param name what the control API calls it
 * @param label what the page calls it
 * @param fallback what is taken if nothing is given; empty if the description does not say
 */
public record ParameterField(String name, String label, String fallback) {

  /** {@code parametros.ms milissegundos (padrão 1000)}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "parametros\\.(?<name>[a-z]+)(?:(?:(?!parametros\\.)[^(])*\\(padrão (?<fallback>[^);]+))?");

  private static final Map<String, String> LABELS =
      Map.of(
          "ms", "Milissegundos",
          "bytes", "Quantos bytes",
          "status", "Status HTTP",
          "segundos", "Segundos",
          "valor", "Valor",
          "nome", "Nome do dado");

  static List<ParameterField> of(Behaviour behaviour) {
    return PARAMETER
        .matcher(behaviour.description())
        .results()
        .map(
            found ->
                new ParameterField(
                    found.group(1),
                    LABELS.getOrDefault(found.group(1), found.group(1)),
                    found.group(2) == null ? "" : found.group(2)))
        .toList();
  }
}
