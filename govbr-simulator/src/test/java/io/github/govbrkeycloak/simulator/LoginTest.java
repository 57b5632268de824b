package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who signs in at the simulated gov.br")
class LoginTest {

  private static GovBrSimulator govbr;
  private static RelyingParty service;

  private Browser browser;

  @BeforeAll
  static void start() {
    govbr = GovBrSimulator.start(SimulatorOptions.onFreePort());
    service = new RelyingParty(govbr);
  }

  @AfterAll
  static void stop() {
    govbr.close();
  }

  @BeforeEach
  void openNewBrowser() {
    govbr.forgetEverybody();
    browser = new Browser(govbr.baseUrl());
  }

  @Test
  void types_cpf_and_password_consents_and_comes_back_with_code_and_state() {
    Persona ana = govbr.persona("bronze-senha");

    browser.open(service.authorizeUrl());
    assertThat(browser.address().getPath()).isEqualTo("/login");
    assertThat(browser.parameters())
        .containsEntry("client_id", RelyingParty.CLIENT_ID)
        .hasEntrySatisfying("authorization_id", id -> assertThat(id).matches("[0-9a-f]{11}"));

    browser.press("#enter-account-id", Map.of("accountId", ana.cpf()));
    browser.press("#submit-button", Map.of("password", ana.senha()));
    assertThat(browser.text()).contains("Autorização de uso de dados pessoais");

    browser.press("button[name=operation][value=authorize]");
    assertThat(browser.address().toString()).startsWith(RelyingParty.REDIRECT_URI + "?");
    assertThat(browser.parameters())
        .containsOnlyKeys("code", "state")
        .containsEntry("state", RelyingParty.STATE);
  }

  @Test
  void gets_a_code_that_looks_like_an_encrypted_token_without_key() {
    assertThat(service.code("ouro-otp")).matches("[\\w-]+\\.\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(RelyingParty.part(service.code("ouro-otp"), 0).toString())
        .contains("\"kid\":\"codeCryptography\"", "\"alg\":\"dir\"", "\"enc\":\"A256GCM\"");
  }
}
