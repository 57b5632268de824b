package io.github.govbrkeycloak.acceptance.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A dashboard as Grafana imports it. */
public final class Dashboard {

  /** {@code label_values(metric, label)} is Grafana's own, not PromQL. */
  private static final Pattern CHOICE = Pattern.compile("label_values\\((.+),\\s*(\\w+)\\)");

  private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final JsonNode json;

  private Dashboard(JsonNode json) {
    this.json = json;
  }

  /** Reads it from its file. */
  public static Dashboard read(Path file) throws IOException {
    return new Dashboard(new JsonMapper().readTree(file.toFile()));
  }

  /** Every query of every panel, in their order. */
  public List<Watched> panels() {
    List<Watched> panels = new ArrayList<>();
    for (JsonNode panel : json.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        panels.add(
            new Watched(
                panel.path("title").asText(),
                Query.parse(withValues(target.path("expr").asText())),
                labels(target.path("legendFormat").asText())));
      }
    }
    return panels;
  }

  /** The lists from which people choose what the panels show. */
  public List<Watched> choices() {
    List<Watched> choices = new ArrayList<>();
    for (JsonNode variable : variables()) {
      Matcher choice = CHOICE.matcher(variable.at("/query/query").asText());
      if (choice.matches()) {
        choices.add(
            new Watched(
                variable.path("label").asText(),
                new Query(
                    Query.parse(withValues(choice.group(1))).selectors(), Set.of(choice.group(2))),
                Set.of(choice.group(2))));
      }
    }
    return choices;
  }

  /** The panels that show nothing because they ask nothing. */
  public List<String> panelsWithoutQuery() {
    return StreamSupport.stream(json.path("panels").spliterator(), false)
        .filter(panel -> !panel.path("type").asText().equals("row"))
        .filter(panel -> panel.path("targets").isEmpty())
        .map(panel -> panel.path("title").asText())
        .toList();
  }

  /** Puts in what Grafana puts in when everything is chosen. */
  private String withValues(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("$__rate_interval", "5m");
    values.put("$__range", "6h");
    for (JsonNode variable : variables()) {
      values.put("$" + variable.path("name").asText(), variable.path("allValue").asText());
    }
    String whole = query;
    for (Map.Entry<String, String> value : values.entrySet()) {
      whole = whole.replace(value.getKey(), value.getValue());
    }
    if (whole.contains("$")) {
      throw new IllegalArgumentException("no such variable: " + whole);
    }
    return whole;
  }

  private JsonNode variables() {
    return json.at("/templating/list");
  }

  private static Set<String> labels(String legend) {
    return LEGEND_LABEL
        .matcher(legend)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
