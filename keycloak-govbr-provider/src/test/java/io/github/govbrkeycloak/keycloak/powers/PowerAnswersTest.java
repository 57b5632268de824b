package io.github.govbrkeycloak.keycloak.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.model.Cpf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What gov.br tells of powers of attorney")
class PowerAnswersTest {

  private static final Parties PARTIES = new Parties(Cpf.of("50706080963"), Cpf.of("60504030230"));

  private static List<Power> read(PowerVersion version, String json)
      throws UnusableAnswerException {
    return PowerAnswers.powers(json.getBytes(StandardCharsets.UTF_8), version, PARTIES);
  }

  @Test
  void is_read_as_version_2_writes_it() throws UnusableAnswerException {
    List<Power> powers =
        read(
            PowerVersion.V2,
            """
            {"poas":[{"id":"101",
              "grantorAccount":{"id":"9f6c0e5c-8a54-3a86-a1f4-2f5f4b1e6f0b","name":"Ana","address":["x"]},
              "agentAccount":{"id":"60504030230","name":"Rui"},
              "createdAtUtc":"2024-01-10T12:00:00Z","expiresAtUtc":"2099-12-31T23:59:59Z",
              "revokedAtUtc":null,"status":"ACTIVE",
              "services":[{"clientId":"c","serviceId":20,"serviceName":"Serviço"}]}]}
            """);

    Power power = powers.get(0);
    assertThat(power.id()).contains("101");
    assertThat(power.grantorName()).contains("Ana");
    assertThat(power.agentName()).contains("Rui");
    assertThat(power.status()).contains("ACTIVE");
    assertThat(power.since()).contains(OffsetDateTime.parse("2024-01-10T12:00:00Z"));
    assertThat(power.services()).extracting(Power.Service::id).containsExactly("20");
  }

  private static Answer answer(int status, String body) {
    Instant now = Instant.parse("2026-11-25T12:00:00Z");
    return new Answer(status, Optional.empty(), now, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refuses_a_use_for_want_of_a_power_only_by_the_code_that_says_so()
      throws UnusableAnswerException {
    assertThat(
            PowerAnswers.recorded(
                answer(
                    403,
                    """
                    {"errors":[{"status":403,"code":"REQUEST_POAACCESSHISTORY_\
                    CLIENTIDANDSERVICEID_MUSTMATCHPOASERVICECLIENTIDANDSERVICEID"}]}
                    """)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Forbidden",
        "{\"errors\":[{\"code\":\"ACCESSTOKEN_MUSTHAVESCOPE\"}]}",
        "{\"errors\":[{\"code\":"
            + "\"REQUEST_POAACCESSHISTORY_CLIENTID_MUSTMATCHREQUESTACCESSTOKENAUD\"}]}"
      })
  void refuses_a_use_for_any_other_reason_by_our_fault(String body) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> PowerAnswers.recorded(answer(403, body)))
        .extracting(UnusableAnswerException::outcome)
        .isEqualTo(Outcome.REFUSED);
  }

  @Test
  void is_read_as_version_1_writes_it() throws UnusableAnswerException {
    List<Power> powers =
        read(
            PowerVersion.V1,
            """
            {"powerOfAttorneyCollection":[{"grantorAccount":{"id":"50706080963"},
              "validAfter":"2024-01-10T09:00:00.000-0300","status":"ACTIVE","expired":false}]}
            """);

    assertThat(powers.get(0).id()).isEmpty();
    assertThat(powers.get(0).since()).contains(OffsetDateTime.parse("2024-01-10T09:00:00-03:00"));
    assertThat(powers.get(0).services()).isEmpty();
  }

  @Test
  void may_be_that_there_is_none() throws UnusableAnswerException {
    assertThat(read(PowerVersion.V2, "{\"poas\":[]}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"poas\":[{\"id\":\"1\",\"grantorAccount\":{\"id\":\"98765432100\"}}]}",
        "{\"poas\":[{\"id\":\"1\",\"agentAccount\":{\"id\":\"987.654.321-00\"}}]}"
      })
  void is_not_used_when_it_names_somebody_else(String json) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> read(PowerVersion.V2, json))
        .extracting(UnusableAnswerException::outcome)
        .isEqualTo(Outcome.OTHER_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "{\"poas\":{}}", "{\"powerOfAttorneyCollection\":[]}", "<p>"})
  void is_not_used_when_it_is_something_else(String json) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> read(PowerVersion.V2, json));
  }

  @Test
  void has_the_number_of_a_recorded_use() throws UnusableAnswerException {
    assertThat(PowerAnswers.recorded(answer(201, "{\"id\":12345}"))).contains("12345");
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> PowerAnswers.recorded(answer(201, "{}")));
  }
}
