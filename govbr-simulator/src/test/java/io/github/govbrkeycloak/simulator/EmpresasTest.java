package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The empresas API")
class EmpresasTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void lists_the_companies_of_the_person() {
    JsonNode companies = list("contador").json();
    assertThat(companies).hasSize(3);
    assertThat(companies.get(0).fieldNames())
        .toIterable()
        .containsExactly("cnpj", "razaoSocial", "dataCriacao");
    assertThat(companies.get(0).path("dataCriacao").asText()).endsWith("-0300");
  }

  @Test
  void lists_two_thousand_companies_with_valid_and_different_numbers() {
    Set<String> numbers = new HashSet<>();
    for (JsonNode company : list("duas-mil-empresas").json()) {
      String number = company.path("cnpj").asText();
      assertThat(Cnpj.parse(number)).as(number).isPresent();
      numbers.add(number);
    }
    assertThat(numbers).hasSize(2000).anyMatch(number -> number.matches(".*[A-Z].*"));
  }

  @Test
  void lists_nothing_for_somebody_without_companies() {
    assertThat(list("bronze-senha").text()).isEqualTo("[]");
  }

  @Test
  void lists_the_company_of_the_certificate() {
    assertThat(list("empresa-certificado").json().get(0).path("cnpj").asText())
        .isEqualTo("12ABC34501DE35");
  }

  @Test
  void tells_the_role_and_who_may_register_others_as_text() {
    JsonNode part = participation("contador", 0).json();
    assertThat(part.path("atuacao").asText()).isEqualTo("CONTADOR");
    assertThat(part.path("cadastrador").isTextual()).isTrue();
    assertThat(part.path("cadastrador").asText()).isEqualTo("true");
    assertThat(part.has("cpfCadastrador")).isFalse();
    assertThat(part.path("cpf").asText()).isEqualTo("24681357928");
  }

  @Test
  void tells_no_role_of_a_collaborator_but_who_registered_them() {
    JsonNode part = participation("contador", 2).json();
    assertThat(part.has("atuacao")).isFalse();
    assertThat(part.path("cadastrador").asText()).isEqualTo("false");
    assertThat(part.path("cpfCadastrador").asText()).hasSize(11);
    assertThat(part.path("dataExpiracao").asText()).endsWith("-0300");
  }

  @Test
  void does_not_know_the_person_in_a_company_of_others() {
    Answer answer = participant("contador", "12ABC34501DE35", "24681357928");
    assertError(answer, 404, "COMPANYIDPARTICIPANT_MUSTFOUNDARECORD");
    assertThat(answer.text()).contains("Responsável de empresa não encontrado no govbr.");
  }

  @Test
  void does_not_know_a_company_that_is_none() {
    assertThat(participant("contador", "xyz", "24681357928").status()).isEqualTo(404);
  }

  @Test
  void refuses_the_cpf_of_another_person() {
    String token = RUNNING.service().tokens("contador").accessToken();
    assertError(
        RUNNING.service().get("/empresas/v2/empresas?filtrar-por-participante=12345678909", token),
        403,
        "REQUEST_ACCOUNTID_MUSTMATCHACCESSTOKENSUB");
  }

  @Test
  void refuses_a_list_of_nobody() {
    String token = RUNNING.service().tokens("contador").accessToken();
    assertThat(RUNNING.service().get("/empresas/v2/empresas", token).status()).isEqualTo(403);
  }

  @Test
  void refuses_a_token_without_the_scope() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid profile");
    String token = RUNNING.service().tokens("contador", request).accessToken();
    assertError(
        RUNNING.service().get("/empresas/v2/empresas?filtrar-por-participante=24681357928", token),
        401,
        "ACCESSTOKEN_SCOPE_MUSTCONTAINSEXPECTEDSCOPE");
  }

  private static Answer list(String id) {
    Persona persona = RUNNING.govbr().persona(id);
    Answer answer =
        RUNNING
            .service()
            .get(
                "/empresas/v2/empresas?filtrar-por-participante=" + persona.cpf(),
                RUNNING.service().tokens(id).accessToken());
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static Answer participation(String id, int company) {
    String cnpj = list(id).json().get(company).path("cnpj").asText();
    return participant(id, cnpj, RUNNING.govbr().persona(id).cpf());
  }

  private static Answer participant(String id, String cnpj, String cpf) {
    return RUNNING
        .service()
        .get(
            "/empresas/v2/empresas/" + cnpj + "/participantes/" + cpf,
            RUNNING.service().tokens(id).accessToken());
  }

  private static void assertError(Answer answer, int status, String code) {
    assertThat(answer.status()).isEqualTo(status);
    JsonNode error = answer.json().path("errors").get(0);
    assertThat(error.path("status").numberValue()).isEqualTo(status);
    assertThat(error.path("code").asText()).isEqualTo(code);
  }
}
