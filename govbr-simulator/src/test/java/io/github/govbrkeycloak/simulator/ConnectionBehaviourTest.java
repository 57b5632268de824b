package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On demand the connection")
class ConnectionBehaviourTest {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void is_late_but_answers() {
    on(Behaviour.ATRASO, Activation.always().with("ms", 50));
    assertThat(service.get(DISCOVERY).status()).isEqualTo(200);
  }

  @Test
  void is_later_than_the_caller_waits() {
    on(Behaviour.ATRASO, Activation.always().with("ms", 600_000));
    assertThatThrownBy(
            () -> service.send(service.request(DISCOVERY).timeout(Duration.ofSeconds(1)).build()))
        .hasCauseInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void never_answers() {
    on(Behaviour.NUNCA_RESPONDE, Activation.always());
    assertThatThrownBy(
            () -> service.send(service.request(DISCOVERY).timeout(Duration.ofSeconds(1)).build()))
        .hasCauseInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void is_reset() {
    on(Behaviour.CONEXAO_REINICIADA, Activation.always());
    assertThatThrownBy(() -> RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void breaks_off_in_the_middle_of_the_real_answer() throws IOException {
    String whole = service.get(DISCOVERY).text();
    on(Behaviour.CORPO_TRUNCADO, Activation.always());
    String cut = RawHttp.body(RawHttp.get(RUNNING.govbr().baseUrl(), DISCOVERY));
    assertThat(whole).startsWith(cut);
    assertThat(cut.length()).isBetween(1, whole.length() - 1);
    assertThatThrownBy(() -> service.get(DISCOVERY)).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void breaks_off_in_the_middle_of_a_long_answer() throws IOException {
    String token = service.tokens("duas-mil-empresas").accessToken();
    on(Behaviour.CORPO_TRUNCADO, Activation.always().at("empresas"));
    assertThatThrownBy(
            () -> service.get("/empresas/v2/empresas?filtrar-por-participante=13579246828", token))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void answers_a_status_without_doing_the_work() {
    String code = service.code("ouro-otp");
    on(Behaviour.STATUS, Activation.always().at("token").times(1).with("status", 502));
    Answer refused = service.exchange(code);
    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.json().has("erro_description")).isTrue();
    assertThat(service.exchange(code).status()).isEqualTo(200);
  }

  @Test
  void answers_html_instead_of_json() {
    on(Behaviour.CORPO_NAO_JSON, Activation.always().at("token"));
    Answer answer = service.exchange("x");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void answers_twenty_megabytes() {
    on(Behaviour.CORPO_ENORME, Activation.always());
    assertThat(service.get(DISCOVERY).bytes()).hasSize(20 * 1024 * 1024);
  }

  @Test
  void answers_as_many_bytes_as_asked_for_and_they_are_json() {
    on(Behaviour.CORPO_ENORME, Activation.always().with("bytes", 100_000));
    Answer answer = service.get(DISCOVERY);
    assertThat(answer.bytes()).hasSize(100_000);
    assertThat(answer.json().has("enchimento")).isTrue();
  }

  @Test
  void is_slow_and_then_fails() {
    on(Behaviour.ATRASO, Activation.always().with("ms", 50));
    on(Behaviour.STATUS, Activation.always().with("status", 429));
    assertThat(service.get(DISCOVERY).status()).isEqualTo(429);
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
