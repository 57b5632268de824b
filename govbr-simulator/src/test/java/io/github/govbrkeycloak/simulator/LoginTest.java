package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A person who signs in at the simulated gov.br")
class LoginTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;
  private Persona ana;

  @BeforeEach
  void beginALogin() {
    ana = RUNNING.govbr().persona("bronze-senha");
    browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
  }

  @Test
  void lands_on_the_login_page_of_this_very_request() {
    assertThat(browser.address().getPath()).isEqualTo("/login");
    assertThat(browser.parameters())
        .containsOnlyKeys("client_id", "authorization_id")
        .containsEntry("client_id", RelyingParty.CLIENT_ID)
        .hasEntrySatisfying("authorization_id", id -> assertThat(id).matches("[0-9a-f]{11}"));
  }

  @Test
  void types_cpf_and_password_consents_and_comes_back_with_code_and_state() {
    browser.press("#enter-account-id", Map.of("accountId", ana.cpf()));
    browser.press("#submit-button", Map.of("password", ana.senha()));
    assertThat(browser.text()).contains("Autorização de uso de dados pessoais", "Ana Bronze");

    browser.press("button[name=operation][value=authorize]");
    assertThat(browser.address().toString()).startsWith(RelyingParty.REDIRECT_URI + "?");
    assertThat(browser.parameters())
        .containsOnlyKeys("code", "state")
        .containsEntry("state", RelyingParty.STATE);
  }

  @Test
  void may_write_the_cpf_with_punctuation() {
    browser.press("#enter-account-id", Map.of("accountId", "012.345.678-90"));
    assertThat(browser.text()).contains("Digite sua senha", "012.345.678-90");
  }

  @Test
  void gets_a_code_that_looks_like_an_encrypted_token_without_key() {
    String code = RUNNING.service().code("ouro-otp");
    assertThat(code).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(RelyingParty.part(code, 0).toString())
        .contains("\"kid\":\"codeCryptography\"", "\"alg\":\"dir\"", "\"enc\":\"A256GCM\"");
  }

  @Test
  void is_offered_every_persona_as_a_button() {
    assertThat(browser.page().select("button[name=persona]").eachAttr("data-persona"))
        .containsExactly(
            "bronze-senha",
            "prata-banco",
            "ouro-otp",
            "ouro-facial",
            "ouro-certificado",
            "empresa-certificado",
            "uma-empresa",
            "contador",
            "duas-mil-empresas",
            "nome-social",
            "sem-email",
            "cin",
            "futuro",
            "procurador",
            "representado");
  }

  @Test
  void sees_on_every_page_that_the_data_are_fictional() {
    assertThat(browser.text()).contains("SIMULADOR: dados fictícios");
    browser.press("#enter-account-id", Map.of("accountId", ana.cpf()));
    assertThat(browser.text()).contains("SIMULADOR: dados fictícios");
    browser.press("#submit-button", Map.of("password", ana.senha()));
    assertThat(browser.text()).contains("SIMULADOR: dados fictícios");
    browser.open(RUNNING.govbr().baseUrl() + "/");
    assertThat(browser.text()).contains("SIMULADOR: dados fictícios");
  }

  @Test
  void is_told_when_the_cpf_is_none() {
    browser.press("#enter-account-id", Map.of("accountId", "12345678900"));
    assertThat(browser.page().select("#error-message-id").text()).contains("CPF inválido");
    assertThat(browser.page().select("#accountId").val()).isEqualTo("12345678900");
    assertThat(browser.page().select("#accountId").attr("aria-describedby"))
        .isEqualTo("error-message-id");
  }

  @Test
  void is_somebody_invented_when_nobody_else_has_the_cpf() {
    browser.press("#enter-account-id", Map.of("accountId", "52998224725"));
    browser.press("#submit-button", Map.of("password", "Senha-inventada-1"));
    String name = browser.page().select("main p").first().text();
    browser.press("#authorize");
    assertThat(browser.parameters()).containsKey("code");

    Browser later = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    later.press("#enter-account-id", Map.of("accountId", "529.982.247-25"));
    later.press("#submit-button", Map.of("password", "Senha-inventada-1"));
    assertThat(later.parameters()).containsKey("code");
    assertThat(name).contains("Serviço de teste");
  }

  @Test
  void is_told_when_nobody_has_the_cpf_and_nobody_is_invented() {
    RUNNING.govbr().settings().choose(Choice.PEOPLE_NOT_INVENTED);
    browser.press("#enter-account-id", Map.of("accountId", "52998224725"));
    assertThat(browser.page().select("#error-message-id").text())
        .contains("Nenhuma pessoa fictícia tem este CPF");
  }

  @Test
  void is_told_when_the_password_is_wrong_and_stays_out() {
    browser.press("#enter-account-id", Map.of("accountId", ana.cpf()));
    browser.press("#submit-button", Map.of("password", "errada"));
    assertThat(browser.page().select("#error-message-id").text()).contains("senha inválidos");

    browser.open(RUNNING.service().authorizeUrl());
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void cannot_skip_the_cpf() {
    browser.post(
        browser.address(),
        Map.of("_csrf", csrf(), "operation", "enter-password", "password", ana.senha()));
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void cannot_consent_without_having_signed_in() {
    browser.post(browser.address(), Map.of("_csrf", csrf(), "operation", "authorize"));
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void may_go_back_to_another_cpf() {
    browser.press("#enter-account-id", Map.of("accountId", ana.cpf()));
    browser.press("#change-account-id");
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void who_cancels_comes_back_with_access_denied_and_state() {
    browser.press("button[value=cancel]");
    assertThat(browser.address().toString()).startsWith(RelyingParty.REDIRECT_URI + "?");
    assertThat(browser.parameters())
        .containsEntry("error", "access_denied")
        .containsEntry("state", RelyingParty.STATE)
        .doesNotContainKey("code");
  }

  @Test
  void who_cancels_at_the_password_comes_back_too() {
    browser.press("#enter-account-id", Map.of("accountId", ana.cpf())).press("#cancel");
    assertThat(browser.parameters()).containsEntry("error", "access_denied");
  }

  @Test
  void who_denies_consent_comes_back_with_access_denied_and_is_asked_again() {
    browser.press("button[data-persona=cin]").press("button[value=deny]");
    assertThat(browser.parameters())
        .containsEntry("error", "access_denied")
        .containsEntry("state", RelyingParty.STATE);

    browser.open(RUNNING.service().authorizeUrl());
    assertThat(browser.text()).contains("Autorização de uso de dados pessoais");
  }

  @Test
  void signs_in_once_and_the_second_time_neither_types_nor_consents() {
    browser.press("button[data-persona=ouro-otp]").press("#authorize");
    String first = browser.parameters().get("code");

    browser.open(RUNNING.service().authorizeUrl());
    assertThat(browser.isAwayFromSimulator()).isTrue();
    assertThat(browser.parameters().get("code")).isNotNull().isNotEqualTo(first);
  }

  @Test
  void is_asked_for_consent_once_per_service() {
    browser.press("button[data-persona=ouro-otp]").press("#authorize");

    Browser other = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    other.press("button[data-persona=ouro-otp]");
    assertThat(other.isAwayFromSimulator()).isTrue();
  }

  @Test
  void sees_the_chosen_name_and_only_data_the_service_asked_for_at_the_consent() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid profile");
    browser.open(RUNNING.service().authorizeUrl(request)).press("button[data-persona=nome-social]");
    assertThat(browser.text())
        .contains("Roberta Fictícia Nascimento", "Serviço de teste", "Seu CPF", "Seu nome")
        .doesNotContain("Seu e-mail", "celular", "empresas");
  }

  @Test
  void a_form_without_token_is_refused() {
    browser.post(browser.address(), Map.of("operation", "cancel"));
    assertThat(browser.status()).isEqualTo(403);
    assertThat(browser.text()).contains("Formulário recusado");
  }

  @Test
  void a_form_with_a_wrong_token_is_refused() {
    browser.post(browser.address(), Map.of("operation", "cancel", "_csrf", "inventado"));
    assertThat(browser.status()).isEqualTo(403);
  }

  @Test
  void a_login_cannot_go_on_in_another_browser() {
    URI stolen = browser.address();
    Browser thief = RUNNING.newBrowser().open(stolen.toString());
    assertThat(thief.status()).isEqualTo(400);
    assertThat(thief.text()).contains("Este pedido de entrada terminou");
  }

  @Test
  void a_login_that_ended_cannot_go_on() {
    URI login = browser.address();
    browser.press("#cancel");
    browser.open(login.toString());
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("Volte ao serviço");
  }

  @Test
  void gets_a_new_session_cookie_when_signing_in() {
    String before = browser.sessionCookie();
    browser.press("button[data-persona=ouro-otp]");
    assertThat(browser.sessionCookie()).isNotNull().isNotEqualTo(before);
  }

  private String csrf() {
    return browser.page().select("input[name=_csrf]").attr("value");
  }
}
