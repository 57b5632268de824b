package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.powers.PowerVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The settings of powers of attorney")
class ProcuracaoSettingsTest {

  private static final Set<String> OF_LOGIN = new LinkedHashSet<>(List.of("openid", "profile"));

  private static ProcuracaoSettings settings(String scopes) {
    return new ProcuracaoSettings(Map.of("escoposProcuracao", scopes));
  }

  @Test
  void ask_for_what_the_roteiro_names() {
    assertThat(new ProcuracaoSettings(Map.of()).scope(OF_LOGIN).split(" "))
        .startsWith("openid", "profile")
        .contains("poav2_createPoaAccessHistory_agent")
        .hasSize(4);
    assertThat(settings("  ").scope(OF_LOGIN)).contains("poav2_createPoaAccessHistory_agent");
  }

  @Test
  void ask_for_each_scope_once() {
    assertThat(settings("openid").scope(OF_LOGIN)).isEqualTo("openid profile");
    assertThat(settings("openid+poav3 email").scope(OF_LOGIN))
        .isEqualTo("openid profile poav3 email");
  }

  @Test
  void are_refused_with_what_is_no_scope() {
    assertThat(Told.inPortuguese(() -> settings("openid&redirect_uri=x").validate()))
        .startsWith("Escopos da procuração: separe os escopos por espaços");
  }

  @Test
  void take_the_newest_api_unless_an_older_one_is_named() {
    assertThat(new ProcuracaoSettings(Map.of()).version()).isEqualTo(PowerVersion.V2);
    assertThat(new ProcuracaoSettings(Map.of("versaoProcuracao", " v1 ")).version())
        .isEqualTo(PowerVersion.V1);
    assertThat(
            Told.inPortuguese(
                () -> new ProcuracaoSettings(Map.of("versaoProcuracao", "v3")).validate()))
        .isEqualTo("Versão da API de procuração: escolha entre v2, v1.");
  }
}
