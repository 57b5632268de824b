package io.github.govbrkeycloak.benchmarks.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All findings of a run, for people as tables and for programs as JSON. */
final class Report {

  private final Map<String, List<Finding>> findings = new LinkedHashMap<>();
  private final Map<String, Conditions> conditions = new LinkedHashMap<>();
  private final String machine;
  private final Plan plan;

  Report(String machine, Plan plan) {
    this.machine = machine;
    this.plan = plan;
  }

  /** Adds what one experiment found, and how it was run. */
  void add(String experiment, List<Finding> found, Conditions how) {
    findings.put(experiment, List.copyOf(found));
    conditions.put(experiment, how);
  }

  /** What has to be so and is not. */
  List<Finding> broken() {
    return findings.values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.verdict() == Finding.Verdict.BROKEN)
        .toList();
  }

  /** As Markdown: a table for each experiment. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Máquina: %s. %d pares, %d entradas por medição, aquecimento de %d."
            .formatted(machine, plan.pairs(), plan.logins(), plan.warmUp()));
    findings.forEach(
        (experiment, found) -> {
          lines.addAll(List.of("", "### `" + experiment + "`", ""));
          lines.add("| o quê | medido | meta | |");
          lines.add("| --- | --- | --- | --- |");
          found.forEach(finding -> lines.add(row(finding)));
          lines.addAll(List.of("", conditions.get(experiment).text()));
        });
    return String.join("\n", lines) + "\n";
  }

  /** Writes both files. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("resultado.md"), markdown());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("maquina", machine);
    all.put("pares", plan.pairs());
    all.put("entradas", plan.logins());
    all.put("aquecimento", plan.warmUp());
    all.put("condicoes", conditionsAsJson());
    all.put("cenarios", json());
    Files.writeString(folder.resolve("resultado.json"), JSONObjectUtils.toJSONString(all));
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    findings.forEach(
        (experiment, found) ->
            json.put(
                experiment,
                found.stream()
                    .map(
                        finding ->
                            Map.of(
                                "o_que", finding.what(),
                                "medido", finding.value(),
                                "meta", finding.target(),
                                "resultado", finding.verdict().word()))
                    .toList()));
    return json;
  }

  private Map<String, Object> conditionsAsJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    conditions.forEach(
        (experiment, how) ->
            json.put(
                experiment,
                Map.of("segundos", how.took().toSeconds(), "outros_programas", how.others())));
    return json;
  }

  private static String row(Finding finding) {
    return Stream.of(finding.what(), finding.value(), finding.target(), finding.verdict().word())
            .map(cell -> cell.replace("|", "\\|"))
            .reduce("", (row, cell) -> row + "| " + cell + " ")
        + "|";
  }
}
