package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Logout")
class LogoutTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;

  @BeforeEach
  void signSomebodyIn() {
    browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=ouro-otp]").press("#authorize");
  }

  @Test
  void ends_the_session_and_returns_to_exactly_the_registered_address() {
    browser.open(logout(RelyingParty.LOGOUT_URI));
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LOGOUT_URI));
    assertSignedOut();
  }

  @Test
  void echoes_no_state() {
    browser.open(logout(RelyingParty.LOGOUT_URI) + "&state=abc&id_token_hint=x&client_id=y");
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LOGOUT_URI));
  }

  @Test
  void works_by_post_with_the_address_in_the_query() {
    browser.post(URI.create(logout(RelyingParty.LOGOUT_URI)), Map.of());
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LOGOUT_URI));
    assertSignedOut();
  }

  @Test
  void by_post_does_not_see_an_address_in_the_form() {
    browser.post(
        URI.create(RUNNING.govbr().baseUrl() + "/logout"),
        Map.of("post_logout_redirect_uri", RelyingParty.LOGOUT_URI));
    assertStranded();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:1/saiu",
        "http://localhost:1/saiu?de=govbr&state=abc",
        "http://localhost:1/saiu?de=govbr/",
        "https://atacante.example/",
        "//atacante.example",
        ""
      })
  void strands_the_person_whose_service_registered_another_address(String target) {
    browser.open(logout(target));
    assertStranded();
    assertSignedOut();
  }

  @Test
  void strands_the_person_when_there_is_no_address() {
    browser.open(RUNNING.govbr().baseUrl() + "/logout");
    assertStranded();
  }

  @Test
  void without_a_session_returns_all_the_same() {
    Browser stranger = RUNNING.newBrowser().open(logout(RelyingParty.LOGOUT_URI));
    assertThat(stranger.address()).isEqualTo(URI.create(RelyingParty.LOGOUT_URI));
  }

  private void assertStranded() {
    assertThat(browser.address().getPath()).isEqualTo("/login");
    assertThat(browser.parameters())
        .containsEntry("client_id", "contas.acesso.gov.br")
        .hasEntrySatisfying("authorization_id", id -> assertThat(id).matches("[0-9a-f]{11}"));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("O gov.br não voltou ao serviço");
  }

  private void assertSignedOut() {
    browser.open(RUNNING.service().authorizeUrl());
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  private static String logout(String target) {
    return RUNNING.govbr().baseUrl()
        + "/logout?post_logout_redirect_uri="
        + URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
