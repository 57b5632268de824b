package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("As time goes by,")
class TimeTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @BeforeEach
  void stop() {
    advance(Duration.ZERO);
  }

  @Test
  void a_code_expires() {
    String code = RUNNING.service().code("ouro-otp");
    advance(Duration.ofMinutes(2));
    assertThat(RUNNING.service().exchange(code).status()).isEqualTo(400);
  }

  @Test
  void an_access_token_expires_after_an_hour() {
    Tokens tokens = RUNNING.service().tokens("ouro-otp");
    advance(Duration.ofMinutes(59));
    assertThat(RUNNING.service().get("/userinfo", tokens.accessToken()).status()).isEqualTo(200);

    advance(Duration.ofMinutes(1));
    assertThat(RUNNING.service().get("/userinfo", tokens.accessToken()).status()).isEqualTo(401);
    RelyingParty.Answer api =
        RUNNING
            .service()
            .get("/confiabilidades/v3/contas/98765432100/niveis", tokens.accessToken());
    assertThat(api.status()).isEqualTo(401);
    assertThat(api.json().path("errors").get(0).path("status").asInt()).isEqualTo(401);
  }

  @Test
  void a_login_under_way_expires() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    advance(Duration.ofMinutes(30));
    browser.press("#enter-account-id");
    assertThat(browser.status()).isEqualTo(400);
  }

  @Test
  void a_session_expires_and_the_person_signs_in_again() {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=cin]").press("#authorize");
    advance(Duration.ofHours(12));
    browser.open(RUNNING.service().authorizeUrl());
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  private static void advance(Duration duration) {
    SteeredGovBr.Time clock = RUNNING.govbr().clock();
    clock.stopAt(clock.instant().plus(duration));
  }
}
