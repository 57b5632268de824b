package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.models.RealmModel;

@DisplayName("The configuration of a govbr identity provider")
class GovBrConfigTest {

  private static GovBrConfig config(Map<String, String> values) {
    GovBrConfig config = new GovBrConfig();
    config.getConfig().putAll(values);
    return config;
  }

  /** A realm of which only one thing is asked. */
  private static RealmModel realm() {
    return (RealmModel)
        Proxy.newProxyInstance(
            GovBrConfigTest.class.getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (realm, question, arguments) -> SslRequired.EXTERNAL);
  }

  @Test
  void needs_one_word_for_all_addresses() {
    GovBrConfig config = config(Map.of("ambiente", "homologacao"));
    assertThat(config.getAuthorizationUrl())
        .isEqualTo("https://sso.staging.acesso.gov.br/authorize");
    assertThat(config.getTokenUrl()).isEqualTo("https://sso.staging.acesso.gov.br/token");
    assertThat(config.getJwksUrl()).isEqualTo("https://sso.staging.acesso.gov.br/jwk");
    assertThat(config.getLogoutUrl()).isEqualTo("https://sso.staging.acesso.gov.br/logout");
    assertThat(config.getIssuer()).isEqualTo("https://sso.staging.acesso.gov.br/");
    assertThat(config.apiUrl()).isEqualTo("https://api.staging.acesso.gov.br");
  }

  @Test
  void is_production_when_nothing_is_said() {
    assertThat(config(Map.of()).getIssuer()).isEqualTo("https://sso.acesso.gov.br/");
  }

  @Test
  void changes_all_addresses_with_the_environment_and_stores_none() {
    GovBrConfig config = config(Map.of("ambiente", "homologacao"));
    config.getConfig().put("ambiente", "producao");
    assertThat(config.getTokenUrl()).isEqualTo("https://sso.acesso.gov.br/token");
    assertThat(config.getConfig()).containsOnlyKeys("ambiente");
  }

  @Test
  void takes_its_own_addresses_in_environment_outro_only() {
    assertThat(config(Map.of("ambiente", "outro", "urlSso", "http://localhost:8280/")).getIssuer())
        .isEqualTo("http://localhost:8280/");
    assertThat(config(Map.of("ambiente", "outro", "urlSso", "http://localhost:8280")).apiUrl())
        .isEqualTo("http://localhost:8280");
    assertThat(config(Map.of("ambiente", "producao", "urlSso", "http://evil.example")).getIssuer())
        .isEqualTo("https://sso.acesso.gov.br/");
  }

  @Test
  void cannot_switch_the_protections_off() {
    GovBrConfig config =
        config(
            Map.of(
                "pkceEnabled", "false",
                "pkceMethod", "plain",
                "disableNonce", "true",
                "validateSignature", "false",
                "useJwksUrl", "false",
                "issuer", "https://evil.example/",
                "tokenUrl", "https://evil.example/token",
                "jwksUrl", "https://evil.example/jwk"));
    assertThat(config.isPkceEnabled()).isTrue();
    assertThat(config.getPkceMethod()).isEqualTo("S256");
    assertThat(config.isDisableNonce()).isFalse();
    assertThat(config.isValidateSignature()).isTrue();
    assertThat(config.isUseJwksUrl()).isTrue();
    assertThat(config.getIssuer()).isEqualTo("https://sso.acesso.gov.br/");
    assertThat(config.getTokenUrl()).isEqualTo("https://sso.acesso.gov.br/token");
    assertThat(config.getJwksUrl()).isEqualTo("https://sso.acesso.gov.br/jwk");
  }

  @Test
  void says_which_environments_there_are_when_the_word_is_unknown() {
    assertThat(Told.inPortuguese(() -> config(Map.of("ambiente", "staging")).validate(null)))
        .isEqualTo("Ambiente: escolha entre producao, homologacao, outro.");
    assertThat(Told.inEnglish(() -> config(Map.of("ambiente", "staging")).validate(null)))
        .isEqualTo("Environment: choose from producao, homologacao, outro.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8280", "ftp://gov.br", "http://", "javascript:alert(1)", "a b"})
  void refuses_what_is_no_web_address(String address) {
    assertThat(
            Told.inPortuguese(
                () -> config(Map.of("ambiente", "outro", "urlSso", address)).validate(realm())))
        .startsWith("Endereço do login (ambiente \"outro\"): informe um endereço completo");
  }

  @Test
  void needs_an_address_in_environment_outro() {
    assertThat(Told.inPortuguese(() -> config(Map.of("ambiente", "outro")).validate(null)))
        .startsWith("Endereço do login (ambiente \"outro\"): neste ambiente, informe");
  }

  @Test
  void knows_the_scopes_one_by_one() {
    assertThat(config(Map.of()).scopes()).contains("openid", "govbr_confiabilidades");
    assertThat(config(Map.of("defaultScope", " openid+profile  email ")).scopes())
        .containsExactlyInAnyOrder("openid", "profile", "email");
  }
}
