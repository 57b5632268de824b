package io.github.govbrkeycloak.keycloak.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The use of a power that an application reports")
class UseRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private static UseRequest of(String powerId, String body) {
    return UseRequest.of(
        powerId, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), NOW);
  }

  private static Problem problem(String powerId, String body) {
    return assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> of(powerId, body))
        .actual()
        .problem();
  }

  @Test
  void is_of_now_unless_it_says_when() {
    assertThat(of("101", "{\"servico\":20}").use(NOW).at()).isEqualTo(NOW);
    assertThat(of("101", "{\"servico\":20,\"ocorrido_em\":\"2026-11-25T06:59:00-03:00\"}").use(NOW))
        .satisfies(
            use -> {
              assertThat(use.service()).isEqualTo(20);
              assertThat(use.at()).isEqualTo(Instant.parse("2026-11-25T09:59:00Z"));
            });
  }

  @Test
  void is_the_same_when_it_is_asked_again() {
    assertThat(of("101", "{\"servico\":20}").fingerprint())
        .isEqualTo(of("101", " { \"servico\" : 20 } ").fingerprint())
        .isNotEqualTo(of("102", "{\"servico\":20}").fingerprint())
        .isNotEqualTo(of("101", "{\"servico\":21}").fingerprint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nada",
        "[]",
        "null",
        "{}",
        "{\"servico\":0}",
        "{\"servico\":-1}",
        "{\"servico\":1.5}",
        "{\"servico\":\"20\"}",
        "{\"servico\":99999999999}",
        "{\"servico\":20,\"ocorridoEm\":\"2026-11-25T09:00:00Z\"}",
        "{\"servico\":20,\"clientId\":\"de.outro\"}",
        "{\"servico\":20,\"ocorrido_em\":null}",
        "{\"servico\":20,\"ocorrido_em\":\"ontem\"}",
        "{\"servico\":20,\"ocorrido_em\":\"2026-11-25T10:02:00Z\"}",
        "{\"servico\":20,\"ocorrido_em\":\"-999999999-01-01T00:00:00Z\"}"
      })
  void is_none_when_it_is_not_as_described(String body) {
    assertThat(problem("101", body)).isEqualTo(Problem.BAD_USE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "1/2", "1?x", "1#", "1%2F2", "a\r\nb", "é"})
  void is_of_no_power_when_the_id_could_lead_elsewhere(String powerId) {
    assertThat(problem(powerId, "{\"servico\":20}")).isEqualTo(Problem.NO_POWER);
  }

  @Test
  void is_not_read_when_it_is_too_large() {
    assertThat(problem("101", "{\"servico\":20}" + " ".repeat(UseRequest.LARGEST)))
        .isEqualTo(Problem.TOO_LARGE);
  }
}
