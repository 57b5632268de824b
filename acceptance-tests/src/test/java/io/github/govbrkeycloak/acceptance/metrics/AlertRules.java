package io.github.govbrkeycloak.acceptance.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alerting rules as Prometheus reads them. */
public final class AlertRules {

  private static final Pattern LABEL = Pattern.compile("\\$labels\\.(\\w+)");

  private final JsonNode yaml;

  private AlertRules(JsonNode yaml) {
    this.yaml = yaml;
  }

  /** Reads them from their file. */
  public static AlertRules read(Path file) throws IOException {
    return new AlertRules(new YAMLMapper().readTree(file.toFile()));
  }

  /** Every alert, in their order. */
  public List<Watched> alerts() {
    List<Watched> alerts = new ArrayList<>();
    for (JsonNode group : yaml.path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        alerts.add(
            new Watched(
                rule.path("alert").asText(),
                Query.parse(rule.path("expr").asText()),
                labels(rule.path("annotations").toString())));
      }
    }
    return alerts;
  }

  private static Set<String> labels(String annotations) {
    return LABEL
        .matcher(annotations)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
