package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.SslRequired;

@DisplayName("The addresses of environment outro")
class EndpointSettingsTest {

  private static final Map<String, String> ALL =
      Map.of(
          "urlSso", "https://op.example",
          "urlEmissor", "https://issuer.example",
          "urlAutorizacao", "https://op.example/a?b=c",
          "urlToken", "https://op.example/t",
          "urlUserinfo", "https://op.example/u",
          "urlJwk", "https://keys.example/k",
          "urlLogout", "https://op.example/l",
          "parametrosAutorizacao", "prompt=login&ui=a%26b",
          "apisGovBr", "false",
          "sujeitoLivre", "true");

  private static GovBrConfig config(String environment) {
    GovBrConfig config = new GovBrConfig();
    config.getConfig().putAll(ALL);
    config.getConfig().put("ambiente", environment);
    return config;
  }

  @Test
  void can_be_set_one_by_one() {
    GovBrConfig config = config("outro");
    assertThat(config.getIssuer()).isEqualTo("https://issuer.example");
    assertThat(config.getAuthorizationUrl()).isEqualTo("https://op.example/a?b=c");
    assertThat(config.getTokenUrl()).isEqualTo("https://op.example/t");
    assertThat(config.getUserInfoUrl()).isEqualTo("https://op.example/u");
    assertThat(config.getJwksUrl()).isEqualTo("https://keys.example/k");
    assertThat(config.getLogoutUrl()).isEqualTo("https://op.example/l");
    assertThat(config.endpoints().parameters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("prompt", "login", "ui", "a&b"));
    assertThat(config.endpoints().hasGovBrApis()).isFalse();
    assertThat(config.endpoints().hasFreeSubject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "producao, https://sso.acesso.gov.br",
    "homologacao, https://sso.staging.acesso.gov.br"
  })
  void count_in_no_other_environment(String environment, String sso) {
    GovBrConfig config = config(environment);
    assertThat(config.getIssuer()).isEqualTo(sso + "/");
    assertThat(config.getAuthorizationUrl()).isEqualTo(sso + "/authorize");
    assertThat(config.getTokenUrl()).isEqualTo(sso + "/token");
    assertThat(config.getUserInfoUrl()).isEqualTo(sso + "/userinfo");
    assertThat(config.getJwksUrl()).isEqualTo(sso + "/jwk");
    assertThat(config.getLogoutUrl()).isEqualTo(sso + "/logout");
    assertThat(config.endpoints().parameters()).isEmpty();
    assertThat(config.endpoints().hasGovBrApis()).isTrue();
    assertThat(config.endpoints().hasFreeSubject()).isFalse();
  }

  @Test
  void need_none_of_the_settings() {
    GovBrConfig config = new GovBrConfig();
    config.getConfig().putAll(Map.of("ambiente", "outro", "urlSso", "http://localhost:8280"));
    assertThat(config.getTokenUrl()).isEqualTo("http://localhost:8280/token");
    assertThat(config.endpoints().hasGovBrApis()).isTrue();
    assertThat(config.endpoints().hasFreeSubject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urlEmissor", "urlAutorizacao", "urlToken", "urlUserinfo", "urlJwk", "urlLogout"})
  void are_refused_by_name_when_they_are_none_or_not_encrypted(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validate(key, "isto não é endereço"))
        .withMessage("govbr." + key + ".label: govbr.ajuste.endereco.forma");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validate(key, "http://op.example/x"))
        .withMessage("govbr." + key + ".label: govbr.ajuste.endereco.https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt", "=login", "a=b&", "a=%zz", "&"})
  void come_with_parameters_that_can_be_read(String written) {
    assertThat(Told.inPortuguese(() -> validate("parametrosAutorizacao", written)))
        .startsWith("Parâmetros da autorização (ambiente \"outro\"): escreva nome=valor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=x", "a=b&nonce=x", "code%5Fchallenge=x", "redirect_uri=x"})
  void come_without_the_parameters_that_protect_a_login(String written) {
    assertThat(Told.inPortuguese(() -> validate("parametrosAutorizacao", written)))
        .startsWith("Parâmetros da autorização (ambiente \"outro\"): retire");
  }

  private static void validate(String key, String value) {
    Map<String, String> config = new HashMap<>(ALL);
    config.put(key, value);
    new EndpointSettings(config, Ambiente.OUTRO).validate(SslRequired.ALL);
  }
}
