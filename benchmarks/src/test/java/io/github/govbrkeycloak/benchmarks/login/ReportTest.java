package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report")
class ReportTest {

  private static final Conditions QUIET = new Conditions(Duration.ofSeconds(90), 0.02);

  private final Report report = new Report("2 núcleos", Plan.QUICK);

  @Test
  void is_a_table_for_each_experiment_with_a_line_for_each_finding() {
    report.add("calls", List.of(Finding.exact("chamadas", "a|b", "2", true)), QUIET);

    assertThat(report.markdown())
        .contains("2 núcleos")
        .contains("### `calls`")
        .contains("| chamadas | a\\|b | 2 | cumprida |")
        .contains("Levou 1,5 min; outros programas tomaram 2% dos núcleos.");
  }

  @Test
  void fails_for_exact_things_only() {
    Finding broken = Finding.exact("memória", "41 MiB", "40 MiB", false);
    report.add("memory", List.of(broken), QUIET);
    report.add("cpu", List.of(Finding.noisy("processador", "1,2", "1,0", false)), QUIET);

    assertThat(report.broken()).containsExactly(broken);
  }

  @Test
  void is_json_too(@TempDir Path folder) throws Exception {
    report.add("cpu", List.of(Finding.told("genérico", "12 ms")), QUIET);

    report.write(folder);

    var json = JSONObjectUtils.parse(Files.readString(folder.resolve("resultado.json")));
    assertThat(json.get("cenarios").toString()).contains("12 ms");
    assertThat(json.get("pares")).hasToString("3");
    assertThat(folder.resolve("resultado.md")).content().isEqualTo(report.markdown());
  }
}
