package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of confirming passwords")
class SenhaSettingsTest {

  private static final Map<String, String> CREDENTIAL =
      Map.of("clienteRevalidacao", "orgao/senha", "segredoRevalidacao", "${vault.senha}");

  private static SenhaSettings settings(Map<String, String> config) {
    return new SenhaSettings(
        config, "https://oauth.acesso.gov.br/v1", "https://sso.acesso.gov.br/");
  }

  private static GovBrConfig provider(Map<String, String> config) {
    GovBrConfig provider = new GovBrConfig();
    provider.getConfig().putAll(config);
    return provider;
  }

  @ParameterizedTest
  @CsvSource({
    "producao, https://oauth.acesso.gov.br/v1/authorize",
    "homologacao, https://oauth.staging.acesso.gov.br/v1/authorize",
    "outro, http://localhost:8280/oauth/v1/authorize"
  })
  void follow_the_environment(String ambiente, String authorizationUrl) {
    GovBrConfig provider =
        provider(Map.of("ambiente", ambiente, "urlSso", "http://localhost:8280/"));
    assertThat(provider.senha().authorizationUrl()).isEqualTo(authorizationUrl);
  }

  @Test
  void have_an_address_of_their_own_in_outro() {
    SenhaSettings senha =
        provider(
                Map.of(
                    "ambiente", "outro",
                    "urlSso", "http://localhost:8280",
                    "urlRevalidacao", "http://localhost:9000/v1/"))
            .senha();
    assertThat(senha.tokenUrl()).isEqualTo("http://localhost:9000/v1/token");
    assertThat(senha.jwksUrl()).isEqualTo("http://localhost:9000/v1/jwks");
    assertThat(senha.issuers()).containsExactly("http://localhost:8280/", "http://localhost:9000/");
  }

  @Test
  void believe_the_issuer_that_an_administrator_wrote_and_no_other() {
    assertThat(settings(Map.of("emissorRevalidacao", " https://outro.gov.br ")).issuers())
        .containsExactly("https://outro.gov.br");
  }

  @Test
  void are_not_there_by_default() {
    assertThat(settings(Map.of()).clientId()).isEmpty();
    assertThatNoException().isThrownBy(() -> settings(Map.of()).validate());
    assertThatNoException().isThrownBy(() -> settings(CREDENTIAL).validate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc123", "$ {vault.x}", "${env.SEGREDO}", "x${vault.senha}"})
  void are_refused_with_a_secret_that_the_console_would_show(String secret) {
    assertThat(
            Told.inPortuguese(
                () ->
                    settings(Map.of("clienteRevalidacao", "x", "segredoRevalidacao", secret))
                        .validate()))
        .startsWith("Segredo da revalidação de senha: informe uma referência ao cofre")
        .doesNotContain(secret);
  }

  @ParameterizedTest
  @CsvSource({
    "clienteRevalidacao, orgao/senha, Segredo da revalidação de senha",
    "segredoRevalidacao, ${vault.senha}, Identificador da revalidação de senha"
  })
  void are_refused_with_half_a_credential(String key, String value, String missing) {
    assertThat(Told.inPortuguese(() -> settings(Map.of(key, value)).validate()))
        .startsWith(missing + ": preencha este também");
  }
}
