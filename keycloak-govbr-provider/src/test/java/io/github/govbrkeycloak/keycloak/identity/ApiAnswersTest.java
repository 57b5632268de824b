package io.github.govbrkeycloak.keycloak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.govbrkeycloak.keycloak.http.AnswerReader;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Answers of gov.br's APIs")
class ApiAnswersTest {

  private static final Cpf PERSON = Cpf.of("52998224725");
  private static final Subject SUBJECT = new Subject(PERSON.digits(), Optional.of(PERSON));

  private static byte[] body(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void tell_the_highest_level() throws UnusableAnswerException {
    assertThat(ApiAnswers.nivel(body("[{\"id\":\"1\"},{\"id\":\"3 (Ouro)\"},{\"id\":\"2\"}]")))
        .isEqualTo(Nivel.OURO);
  }

  @Test
  void tell_seals_and_categories_known_or_not() throws UnusableAnswerException {
    assertThat(
            ApiAnswers.selos(
                body(
                    "[{\"id\":\"801\",\"dataAtualizacao\":\"2021-07-30T15:14:43.806-0300\"},"
                        + "{\"id\":999}]")))
        .extracting(held -> held.selo().id())
        .containsExactly("801", "999");
    assertThat(ApiAnswers.categorias(body("[{\"id\":\"302 (certificado_digital)\"}]")))
        .extracting(held -> held.categoria().slug())
        .containsExactly("certificado_digital");
    assertThat(ApiAnswers.categorias(body("[]"))).isEmpty();
  }

  @Test
  void tell_the_certificate_as_an_object_or_a_list_of_one() throws UnusableAnswerException {
    UsedCertificate cloud = new UsedCertificate(Optional.of("cloud"), Optional.of("neoid"));
    String json = "{\"provider\":\"neoid\",\"amr\":[\"x509\"],\"type\":\"cloud\"}";

    assertThat(ApiAnswers.certificado(body(json))).isEqualTo(cloud);
    assertThat(ApiAnswers.certificado(body(" [" + json + "]"))).isEqualTo(cloud);
  }

  @Test
  void tell_all_companies_however_many_and_leave_out_what_is_no_company()
      throws UnusableAnswerException {
    String companies =
        IntStream.range(0, 2_000)
            .mapToObj(number -> "{\"cnpj\":\"12.ABC.345/01DE-35\",\"razaoSocial\":\"Empresa\"}")
            .collect(Collectors.joining(",", "[", ",{\"cnpj\":\"1\"},null,7]"));

    assertThat(ApiAnswers.empresas(body(companies))).hasSize(2_000);
  }

  @Test
  void tell_the_part_in_a_company_and_a_collaborator_has_no_role() throws UnusableAnswerException {
    assertThat(
            ApiAnswers.participacao(
                body(
                    "{\"cpf\":\"529.982.247-25\",\"atuacao\":\"SOCIO\",\"cadastrador\":\"true\","
                        + "\"dataCriacao\":\"2025-05-28T16:54:53.871-0300\","
                        + "\"dataExpiracao\":\"2025-07-31T00:00:00.000-0300\"}"),
                PERSON))
        .isEqualTo(
            new Participation(
                Optional.of("SOCIO"),
                Optional.of(true),
                Optional.of(OffsetDateTime.parse("2025-05-28T16:54:53.871-03:00")),
                Optional.of(OffsetDateTime.parse("2025-07-31T00:00:00-03:00"))));
    assertThat(
            ApiAnswers.participacao(
                body("{\"cpf\":\"52998224725\",\"cadastrador\":\"false\"}"), PERSON))
        .isEqualTo(
            new Participation(
                Optional.empty(), Optional.of(false), Optional.empty(), Optional.empty()));
  }

  static Stream<Arguments> readers() {
    Map<String, AnswerReader<?>> readers =
        Map.of(
            "userinfo", body -> ApiAnswers.userInfo(body, SUBJECT),
            "niveis", ApiAnswers::nivel,
            "selos", ApiAnswers::selos,
            "categorias", ApiAnswers::categorias,
            "certificado", ApiAnswers::certificado,
            "empresas", ApiAnswers::empresas,
            "participacao", body -> ApiAnswers.participacao(body, PERSON));
    Map<String, String> lies =
        Map.of(
            "nothing", "",
            "html", "<!doctype html><title>Manutenção</title>",
            "null", "null",
            "a text", "\"ok\"",
            "a number", "7",
            "broken off", "[{\"id\":\"3\"",
            "a list of lists", "[[],[[]]]",
            "a list of nothing known", "[{\"x\":1},null]",
            "an object of nothing known", "{\"x\":[]}");
    return readers.entrySet().stream()
        .flatMap(
            reader ->
                lies.entrySet().stream()
                    .map(
                        lie ->
                            Arguments.of(
                                Named.of(reader.getKey(), reader.getValue()),
                                Named.of(lie.getKey(), lie.getValue()))));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void are_no_answers_when_they_are_of_another_shape(AnswerReader<?> reader, String lie) {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> reader.read(body(lie)))
        .returns(Outcome.MALFORMED, UnusableAnswerException::outcome)
        .withNoCause();
  }

  @Test
  void about_somebody_else_are_not_used() {
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(() -> ApiAnswers.userInfo(body("{\"sub\":\"11144477735\"}"), SUBJECT))
        .returns(Outcome.OTHER_PERSON, UnusableAnswerException::outcome);
    assertThatExceptionOfType(UnusableAnswerException.class)
        .isThrownBy(
            () ->
                ApiAnswers.participacao(
                    body("{\"cpf\":\"11144477735\",\"atuacao\":\"SOCIO\"}"), PERSON))
        .returns(Outcome.OTHER_PERSON, UnusableAnswerException::outcome);
  }
}
