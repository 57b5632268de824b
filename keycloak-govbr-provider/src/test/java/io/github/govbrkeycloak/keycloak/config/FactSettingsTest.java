package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of facts")
class FactSettingsTest {

  private static final Set<String> SCOPES = Set.of("openid", "govbr_confiabilidades");

  private static FactSettings settings(String key, String value) {
    return new FactSettings(Map.of(key, value));
  }

  @Test
  void ask_for_nothing_and_keep_nothing_by_default() {
    FactSettings settings = new FactSettings(Map.of());
    assertThat(settings.needed()).isEmpty();
    assertThat(settings.deadline()).isEmpty();
    assertThat(settings.keepsToken()).isFalse();
    assertThatNoException().isThrownBy(() -> settings.validate(SCOPES));
  }

  @Test
  void read_several_facts() {
    assertThat(settings("fatos", "categorias##empresas").needed())
        .containsExactlyInAnyOrder(Fact.CATEGORIAS, Fact.EMPRESAS);
  }

  @Test
  void are_refused_when_a_fact_is_unknown_or_its_scope_is_not_asked_for() {
    assertThat(Told.inPortuguese(() -> settings("fatos", "categorias##foto").validate(SCOPES)))
        .startsWith("Fatos a consultar: escolha entre");
    assertThat(Told.inPortuguese(() -> settings("fatos", "empresas").validate(SCOPES)))
        .startsWith("Fatos a consultar: empresas precisa do escopo govbr_empresa:");
  }

  @Test
  void limit_how_long_a_login_waits() {
    assertThat(settings("prazoExtrasMs", " 800 ").deadline()).contains(Duration.ofMillis(800));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "10001", "-1", "1.5", "um", "9999999999"})
  void are_refused_when_the_time_makes_no_sense(String millis) {
    FactSettings settings = settings("prazoExtrasMs", millis);
    assertThat(settings.deadline()).isEmpty();
    assertThat(Told.inPortuguese(() -> settings.validate(SCOPES)))
        .isEqualTo("Prazo dos fatos (ms): informe de 100 a 10000 milissegundos, ou deixe vazio.");
  }
}
