package io.github.govbrkeycloak.portal.interfaces.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRequestTest {

  @Test
  void a_plain_login_asks_keycloak_for_nothing_special() {
    LoginRequest login = LoginRequest.of(null, null, null).orElseThrow();

    assertThat(login.needsKeycloak()).isFalse();
    assertThat(login.keycloakParameters()).isEmpty();
    assertThat(login.toQuery()).isEqualTo("destino=%2Fconta");
  }

  @Test
  void a_level_and_a_step_become_the_parameters_of_keycloak() {
    LoginRequest login =
        LoginRequest.of("/conta?pagina=2", "ouro", "govbr-nivel:ouro").orElseThrow();

    assertThat(login.needsKeycloak()).isTrue();
    assertThat(login.keycloakParameters())
        .isEqualTo(Map.of("acr_values", "ouro", "kc_action", "govbr-nivel:ouro"));
    assertThat(login.toQuery())
        .isEqualTo("destino=%2Fconta%3Fpagina%3D2&nivel=ouro&acao=govbr-nivel%3Aouro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "govbr-nivel:prata",
        "govbr-exigencia:servico-1",
        "govbr-empresa",
        "govbr-senha",
        "govbr-procuracao"
      })
  void the_steps_of_the_extension_are_known(String acao) {
    assertThat(LoginRequest.of(null, null, acao)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "delete_account",
        "UPDATE_PASSWORD",
        "govbr-nivel:ouro:prata",
        "govbr-nivel:",
        "govbr-outra",
        "govbr-senha&prompt=none",
        "govbr-senha%26x",
        "govbr-senha\r\n"
      })
  void any_other_step_is_refused(String acao) {
    assertThat(LoginRequest.of(null, null, acao)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "diamante", "OURO", "ouro prata", "ouro&prompt=none", "1"})
  void any_other_level_is_refused(String nivel) {
    assertThat(LoginRequest.of(null, nivel, null)).isEmpty();
  }
}
