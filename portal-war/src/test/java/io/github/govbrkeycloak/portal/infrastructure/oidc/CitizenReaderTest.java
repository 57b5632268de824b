package io.github.govbrkeycloak.portal.infrastructure.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.Company;
import io.github.govbrkeycloak.portal.domain.citizen.Contact;
import io.github.govbrkeycloak.portal.domain.citizen.HeldSelo;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenReaderTest {

  private static final PersonId PERSON = new PersonId("0b5ae8a4-3b5c-4b36-9a52-6d1f3f7f1c11");

  private static Citizen citizen(String claims) {
    return CitizenReader.read(token(claims), PERSON);
  }

  private static String token(String claims) {
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(UTF_8))
        + "."
        + base64.encodeToString(claims.getBytes(UTF_8))
        + ".assinatura";
  }

  @Nested
  class From_a_complete_token {

    private final Citizen citizen =
        citizen(
            """
            {"sub":"x","name":"José Fictício","nome_social":"Josefa Fictícia","cpf":"12345678909",
             "email":"josefa@exemplo.gov.br","email_verified":true,
             "phone_number":"61999990000","phone_number_verified":"false",
             "acr":"ouro","amr":["mfa","otp","futuro"],"cnpj":"12ABC34501DE35",
             "govbr_nivel":"ouro","govbr_selos":["801"],
             "govbr":{"nivel":"ouro","autenticado_em":"2026-11-22T10:15:00.000-03:00",
               "selos":[{"id":"801","nome":"certificado_digital","nivel":"ouro",
                         "atualizado_em":"2025-08-19T16:41:24.853-0300"},{"id":"999"}],
               "empresa":{"cnpj":"12ABC34501DE35","razao_social":"Padaria Fictícia Ltda"}}}
            """);

    @Test
    void the_person_is_read() {
      assertThat(citizen.id()).isEqualTo(PERSON);
      assertThat(citizen.name()).contains("José Fictício");
      assertThat(citizen.cpf()).contains(Cpf.of("123.456.789-09"));
    }

    @Test
    void the_social_name_is_what_the_person_is_called() {
      assertThat(citizen.displayName()).contains("Josefa Fictícia");
    }

    @Test
    void level_seals_and_factors_are_read_and_unknown_ones_kept() {
      assertThat(citizen.nivel()).contains(Nivel.OURO);
      assertThat(citizen.selos())
          .containsExactly(
              new HeldSelo(Selo.of("801"), Optional.of(Instant.parse("2025-08-19T19:41:24.853Z"))),
              new HeldSelo(Selo.of("999"), Optional.empty()));
      assertThat(citizen.factors()).containsExactly(Amr.of("mfa"), Amr.of("otp"), Amr.of("futuro"));
    }

    @Test
    void contacts_say_whether_they_are_verified() {
      assertThat(citizen.email()).contains(new Contact("josefa@exemplo.gov.br", true));
      assertThat(citizen.phone()).contains(new Contact("61999990000", false));
    }

    @Test
    void the_company_of_the_certificate_has_its_name() {
      assertThat(citizen.company())
          .contains(
              new Company(Cnpj.of("12.ABC.345/01DE-35"), Optional.of("Padaria Fictícia Ltda")));
    }

    @Test
    void the_login_has_its_time() {
      assertThat(citizen.signedInAt()).contains(Instant.parse("2026-11-22T13:15:00Z"));
    }

    @Test
    void nothing_personal_is_in_its_textual_form() {
      assertThat(citizen.toString()).doesNotContain("123", "Jos", "exemplo", "ABC", "619");
      assertThat(citizen.email().orElseThrow().toString()).doesNotContain("josefa");
    }
  }

  @Nested
  class From_a_session_that_did_not_come_from_govbr {

    private final Citizen citizen =
        citizen("{\"sub\":\"x\",\"acr\":\"1\",\"amr\":[],\"auth_time\":1795342500}");

    @Test
    void every_fact_is_absent() {
      assertThat(citizen.name()).isEmpty();
      assertThat(citizen.displayName()).isEmpty();
      assertThat(citizen.cpf()).isEmpty();
      assertThat(citizen.selos()).isEmpty();
      assertThat(citizen.factors()).isEmpty();
      assertThat(citizen.company()).isEmpty();
      assertThat(citizen.email()).isEmpty();
      assertThat(citizen.phone()).isEmpty();
    }

    @Test
    void keycloaks_own_acr_is_no_level_of_govbr() {
      assertThat(citizen.nivel()).isEmpty();
    }

    @Test
    void the_time_is_keycloaks() {
      assertThat(citizen.signedInAt()).contains(Instant.ofEpochSecond(1795342500));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":42,\"cpf\":12345678909,\"amr\":\"otp\",\"govbr\":\"ouro\",\"email\":{}}",
        "{\"name\":[\"x\"],\"cpf\":\"12345678900\",\"amr\":[1,null,{}],\"govbr\":[]}",
        "{\"name\":null,\"cpf\":null,\"cnpj\":null,\"amr\":null,\"govbr\":null}",
        "{\"name\":\"  \",\"cpf\":\"\",\"cnpj\":\"00000000000000\",\"auth_time\":\"agora\"}",
        "{\"govbr\":{\"nivel\":3,\"selos\":{\"id\":\"801\"},\"autenticado_em\":\"ontem\"}}",
        "{\"govbr\":{\"selos\":[\"801\",null,{\"id\":801},{}],\"empresa\":\"x\"}}",
        "{\"auth_time\":1e400,\"name\":\"a\\u0000b\",\"phone_number\":\"1\\n2\"}"
      })
  void claims_of_the_wrong_type_are_absent_claims(String claims) {
    Citizen citizen = citizen(claims);

    assertThat(citizen).isEqualTo(CitizenReader.read(token("{}"), PERSON)).isNotNull();
  }

  @Test
  void a_seal_with_a_malformed_date_is_still_a_seal() {
    assertThat(citizen("{\"govbr\":{\"selos\":[{\"id\":\"801\",\"atualizado_em\":1}]}}").selos())
        .containsExactly(new HeldSelo(Selo.of("801"), Optional.empty()));
  }

  @Test
  void an_enormous_claim_is_an_absent_claim() {
    String enormous = "x".repeat(200_000);

    Citizen citizen =
        citizen("{\"name\":\"" + enormous + "\",\"cpf\":\"" + enormous + "\",\"amr\":[\"otp\"]}");

    assertThat(citizen.name()).isEmpty();
    assertThat(citizen.cpf()).isEmpty();
    assertThat(citizen.factors()).containsExactly(Amr.of("otp"));
  }

  @Test
  void an_enormous_list_is_cut() {
    String selos = "{\"id\":\"801\"},".repeat(10_000) + "{\"id\":\"801\"}";

    assertThat(citizen("{\"govbr\":{\"selos\":[" + selos + "]}}").selos()).hasSize(100);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "x", "a.b", "a.b.c.d", "..", "a.%%%.c", "a.bm90IGpzb24.c", "a.W10.c"})
  void what_is_no_token_states_nothing(String token) {
    assertThat(CitizenReader.read(token, PERSON))
        .isEqualTo(CitizenReader.read(token("{}"), PERSON));
  }

  @Test
  void an_enormous_token_states_nothing() {
    String token = token("{\"name\":\"" + "x".repeat(2_000_000) + "\"}");

    assertThat(CitizenReader.read(token, PERSON).name()).isEmpty();
  }
}
