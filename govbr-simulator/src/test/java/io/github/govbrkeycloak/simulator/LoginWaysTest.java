package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A person at the login page")
class LoginWaysTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;

  @BeforeEach
  void open() {
    browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "prata-banco, bank104, '[\"bank\",\"bank104\"]'",
    "bronze-senha, bank756, '[\"bank\",\"bank756\"]'",
    "ouro-otp, app_qrcode, '[\"app\",\"app_qrcode\"]'",
    "ouro-certificado, x509_token, '[\"x509\",\"x509_token\"]'",
    "ouro-certificado, x509_neoid, '[\"x509\",\"x509_neoid\"]'",
  })
  void leaves_the_factors_of_the_way_in_the_token(String persona, String way, String amr) {
    enter(persona).press("button[value=" + way + "]").press("#authorize");
    assertThat(claims().get("amr").toString()).isEqualTo(amr);
  }

  @ParameterizedTest
  @CsvSource({
    "ouro-otp, '[\"passwd\",\"mfa\",\"otp\"]'",
    "prata-banco, '[\"passwd\"]'",
  })
  void leaves_a_password_in_the_token_when_one_was_typed(String persona, String amr) {
    enter(persona).press("#submit-button", Map.of("password", person(persona).senha()));
    browser.press("#authorize");
    assertThat(claims().get("amr").toString()).isEqualTo(amr);
  }

  @Test
  void tells_the_company_only_when_its_certificate_was_used() {
    enter("empresa-certificado").press("button[value=bank001]").press("#authorize");
    assertThat(claims().has("cnpj")).isFalse();
    RUNNING.govbr().forgetEverybody();
    open();
    enter("empresa-certificado").press("button[value=x509_token]").press("#authorize");
    assertThat(claims().has("cnpj")).isTrue();
  }

  @Test
  void is_offered_no_certificate_without_having_one() {
    enter("ouro-otp");
    assertThat(browser.page().select("button[value=x509_token]")).isEmpty();
    String csrf = browser.page().selectFirst("[name=_csrf]").val();
    browser.post(browser.address(), Map.of("_csrf", csrf, "way", "x509_token"));
    assertThat(browser.page().select("#password")).isNotEmpty();
  }

  @Test
  void is_locked_out_after_four_wrong_passwords_and_recovers_by_a_new_one() {
    enter("ouro-otp");
    for (int i = 0; i < 4; i++) {
      browser.press("#submit-button", Map.of("password", "errada"));
    }
    assertThat(browser.text()).contains("ERL0002600");
    browser.press("#submit-button", Map.of("password", person("ouro-otp").senha()));
    assertThat(browser.text()).contains("ERL0002600");

    browser.press("#password-recovery");
    browser.press("#finish-detour", Map.of("newPassword", "Outra-senha-1"));
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LAUNCHER));

    open();
    enter("ouro-otp").press("#submit-button", Map.of("password", "Outra-senha-1"));
    assertThat(browser.page().select("#authorize")).isNotEmpty();
  }

  @Test
  void loses_the_request_when_signing_up_and_lands_on_the_start_address() {
    browser.press("#create-account");
    URI login = browser.address();
    browser.press("#finish-detour", Map.of("accountId", "52998224725", "newPassword", "curta"));
    assertThat(browser.text()).contains("precisa ter 8");
    browser.press("#finish-detour", Map.of("accountId", "1", "newPassword", "Senha-nova-1"));
    assertThat(browser.text()).contains("CPF inválido");
    browser.press(
        "#finish-detour", Map.of("accountId", "52998224725", "newPassword", "Senha-nova-1"));
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LAUNCHER));
    assertThat(browser.open(login.toString()).status()).isEqualTo(400);
  }

  @Test
  void is_told_when_the_service_has_no_start_address() {
    RUNNING.service().register(null);
    try {
      open();
      browser.press("#create-account");
      browser.press(
          "#finish-detour", Map.of("accountId", "52998224725", "newPassword", "Senha-nova-1"));
      assertThat(browser.text()).contains("não registrou a URL de lançador");
    } finally {
      RUNNING.service().register(RelyingParty.LAUNCHER);
    }
  }

  @Test
  void gets_one_pair_of_tokens_for_a_code_however_many_ask_at_once() throws Exception {
    String code = RUNNING.service().code("ouro-otp");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> exchange = () -> RUNNING.service().exchange(code).status();
      List<Integer> statuses =
          threads.invokeAll(Collections.nCopies(16, exchange)).stream()
              .map(LoginWaysTest::result)
              .toList();
      assertThat(statuses).containsOnlyOnce(200).contains(400);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int result(Future<Integer> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Browser enter(String persona) {
    return browser.press("#enter-account-id", Map.of("accountId", person(persona).cpf()));
  }

  private static Persona person(String id) {
    return RUNNING.govbr().persona(id);
  }

  private JsonNode claims() {
    return RUNNING.service().exchange(browser.parameters().get("code")).tokens().idClaims();
  }
}
