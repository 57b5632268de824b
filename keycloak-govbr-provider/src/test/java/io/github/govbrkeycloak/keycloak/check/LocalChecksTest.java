package io.github.govbrkeycloak.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.SslRequired;

@DisplayName("What is looked at without asking gov.br")
class LocalChecksTest {

  private static Finding transport(String environment, String keycloak, SslRequired realm) {
    GovBrConfig config = new GovBrConfig();
    config.getConfig().putAll(Map.of("ambiente", environment, "urlSso", "https://teste.exemplo"));
    return TransportCheck.of(config, URI.create(keycloak), realm);
  }

  @ParameterizedTest
  @CsvSource({
    "producao,http://localhost:8080/,EXTERNAL,RED",
    "homologacao,http://login.orgao.gov.br/,ALL,RED",
    "producao,https://login.orgao.gov.br/,NONE,YELLOW",
    "producao,https://login.orgao.gov.br/,EXTERNAL,GREEN",
    "outro,http://localhost:8080/,EXTERNAL,YELLOW",
    "outro,https://login.orgao.gov.br/,EXTERNAL,GREEN"
  })
  void https_is_needed_for_the_real_gov_br(
      String environment, String keycloak, SslRequired realm, Verdict verdict) {
    assertThat(transport(environment, keycloak, realm).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0,GREEN", "15,GREEN", "-15,GREEN", "16,YELLOW", "30,YELLOW", "31,RED", "-31,RED"})
  void clocks_may_differ_as_much_as_logins_forgive(int seconds, Verdict verdict) {
    ClockCheck check = new ClockCheck(Duration.ofSeconds(30));

    assertThat(check.of(Optional.of(Duration.ofSeconds(seconds))).verdict()).isEqualTo(verdict);
  }

  @Test
  void a_clock_that_nobody_told_is_not_judged() {
    assertThat(new ClockCheck(Duration.ofSeconds(30)).of(Optional.empty()).verdict())
        .isEqualTo(Verdict.YELLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\u0007", "\u202ea"})
  void nothing_unfit_is_shown(String text) {
    assertThat(Shown.of(text)).isEqualTo("?");
    assertThat(Shown.of("x".repeat(201))).isEqualTo("?");
    assertThat(Shown.of("https://sso.exemplo/ áé")).isEqualTo("?");
    assertThat(Shown.of("https://sso.exemplo/")).isEqualTo("https://sso.exemplo/");
  }
}
