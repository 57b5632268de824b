package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.govbrkeycloak.keycloak.config.PrivacySettings.FederatedId;
import io.github.govbrkeycloak.keycloak.config.PrivacySettings.UserName;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of privacy")
class PrivacySettingsTest {

  private static final String KEY = "${vault.govbr-pseudonimo}";

  private static void refuse(Map<String, String> config, String sentence) {
    assertThat(Told.inPortuguese(() -> new PrivacySettings(config).validate(Optional.empty())))
        .startsWith(sentence);
  }

  @Test
  void are_a_pseudonym_a_link_by_cpf_and_all_facts_by_default() {
    PrivacySettings settings = new PrivacySettings(Map.of());
    assertThat(settings.userName()).isEqualTo(UserName.PSEUDONIMO);
    assertThat(settings.federatedId()).isEqualTo(FederatedId.CPF);
    assertThat(settings.key()).isEmpty();
    assertThat(settings.formerKeys()).isEmpty();
    assertThat(settings.keptFacts()).isEqualTo(EnumSet.allOf(FactGroup.class));
    assertThatNoException().isThrownBy(() -> settings.validate(Optional.empty()));
  }

  @Test
  void read_what_the_console_stored() {
    PrivacySettings settings =
        new PrivacySettings(
            Map.of(
                "nomeDeUsuario", "aleatorio",
                "idFederado", "pseudonimo",
                "chavePseudonimo", KEY,
                "chavePseudonimoId", "2026",
                "chavesAnteriores", "2025=${vault.antiga}##2024=${vault.mais-antiga}",
                "fatosGuardados", "nivel##cpf"));
    assertThat(settings.userName()).isEqualTo(UserName.ALEATORIO);
    assertThat(settings.federatedId()).isEqualTo(FederatedId.PSEUDONIMO);
    assertThat(settings.key()).contains(new KeyReference("2026", KEY));
    assertThat(settings.formerKeys())
        .containsExactly(
            new KeyReference("2025", "${vault.antiga}"),
            new KeyReference("2024", "${vault.mais-antiga}"));
    assertThat(settings.keptFacts()).containsExactlyInAnyOrder(FactGroup.NIVEL, FactGroup.CPF);
    assertThatNoException().isThrownBy(() -> settings.validate(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uma-chave-escrita-no-console-de-32-caracteres",
        "${vault.}",
        "${vault.a}b",
        "${env.CHAVE}",
        "${vault.../../etc/passwd}",
        "$${vault.a}"
      })
  void refuse_a_key_that_is_no_reference_to_the_vault_without_quoting_it(String key) {
    Map<String, String> config = Map.of("chavePseudonimo", key, "chavePseudonimoId", "2026");
    refuse(config, "Chave do pseudônimo: informe uma referência ao cofre");
    assertThat(Told.inEnglish(() -> new PrivacySettings(config).validate(Optional.empty())))
        .doesNotContain(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026!", "Maiusculas", "um-traco", "identificador-demais"})
  void refuse_a_key_without_a_usable_id(String id) {
    refuse(
        Map.of("chavePseudonimo", KEY, "chavePseudonimoId", id),
        "Identificador da chave: dê à chave um identificador de até 16");
  }

  @Test
  void refuse_words_and_combinations_that_mean_nothing() {
    refuse(
        Map.of("nomeDeUsuario", "email"),
        "Nome de usuário: escolha entre pseudonimo, cpf, aleatorio");
    refuse(
        Map.of("idFederado", "aleatorio"),
        "Identificador no vínculo: escolha entre cpf, pseudonimo");
    refuse(
        Map.of("idFederado", "pseudonimo"),
        "Identificador no vínculo: pseudonimo precisa de uma chave própria");
    refuse(Map.of("fatosGuardados", "nivel##foto"), "Fatos guardados: escolha entre nivel");
    refuse(Map.of("chavesAnteriores", "${vault.a}"), "Chaves anteriores: informe uma referência");
    refuse(
        Map.of(
            "chavePseudonimo", KEY,
            "chavePseudonimoId", "2026",
            "chavesAnteriores", "2026=${vault.antiga}"),
        "Chaves anteriores: dê a cada chave um identificador só dela: 2026");
  }
}
