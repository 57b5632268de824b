package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.acceptance.system.ServerMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keycloak's metrics")
class MetricsIT {

  private static final Pattern NAME = Pattern.compile("govbr_[a-z_]+");
  private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum|max)$");

  private final RunningSystem system = RunningSystem.get();
  private OwnRealm realm;

  @BeforeEach
  void createRealm() {
    system.govBr().forgetEverybody();
    realm = OwnRealm.create(system, "medidas", Map.of("fatos", "categorias"));
  }

  @AfterEach
  void deleteRealm() {
    realm.close();
  }

  @Test
  @DisplayName(
      "tell of logins, steps, calls, circuits and applications under the documented names, and of nobody")
  void areDocumented() throws IOException {
    double before = accepted(system.metrics());
    PlainLogin.into(system, realm).as("ouro-otp").claims();
    PlainLogin.into(system, realm).with("kc_action", "govbr-nivel:ouro").as("bronze-senha");
    PlainLogin.into(system, realm).with("kc_action", "govbr-senha").as("prata-banco");
    FacadeClient.get("no token", realm.url() + "/govbr/govbr/conta");

    ServerMetrics metrics = system.metrics();

    assertThat(accepted(metrics)).isEqualTo(before + 1);
    assertThat(metrics.sum("govbr_etapa_total", "realm=medidas", "fase=pedida")).isPositive();
    assertThat(metrics.sum("govbr_etapa_recusa_total", "realm=medidas", "codigo=GOVBR-615"))
        .as("a step that the realm is not prepared for")
        .isPositive();
    assertThat(metrics.sum("govbr_fachada_total", "realm=medidas", "resultado=nao-autenticado"))
        .isPositive();
    assertThat(metrics.sum("govbr_api_seconds_count", "api=categorias", "outcome=ok")).isPositive();
    assertThat(metrics.sum("govbr_api_seconds_bucket", "api=categorias", "outcome=ok", "le=1.5"))
        .as("calls that took less than the usual deadline")
        .isPositive();
    assertThat(metrics.has("govbr_circuit_state", "api=categorias")).isTrue();
    assertThat(names(String.join("\n", metrics.lines())))
        .isEqualTo(names(Files.readString(Path.of("..", "docs", "metricas.md"))));
    assertThat(metrics.lines()).noneMatch(line -> line.matches(".*\"[^\"]*[0-9]{11}[^\"]*\".*"));
  }

  private static double accepted(ServerMetrics metrics) {
    return metrics.sum("govbr_login_total", "realm=medidas", "resultado=aceito", "nivel=ouro");
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(found -> SUFFIX.matcher(found.group()).replaceFirst(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
