package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.start.Option.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the help says after the flags. */
final class HelpFooter {

  private HelpFooter() {}

  static String[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    Arrays.stream(Option.values())
        .filter(option -> !option.isIn(Source.COMMAND_LINE))
        .forEach(option -> lines.add(elsewhere(option)));
    lines.add(
        "Cada opção também é uma variável ("
            + Option.PORT.variable()
            + "=8280) e uma linha do arquivo ("
            + Option.PORT.label()
            + " = 8280).");
    lines.add(
        "A linha de comando vence a variável, a variável vence o arquivo, o arquivo o padrão.");
    lines.add("Um interruptor vale sim ou nao: --proxy é o mesmo que --proxy=sim.");
    lines.add("Termina com 2 se uma opção está errada e com 1 se não consegue iniciar.");
    return lines.toArray(String[]::new);
  }

  private static String elsewhere(Option option) {
    return option.variable()
        + " ou "
        + option.label()
        + " no arquivo: "
        + option.description()
        + " (padrão: "
        + option.byDefault()
        + ").";
  }
}
