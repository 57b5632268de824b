package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A desk")
class BalcaoTest {

  private static final String SCOPE = DeskCall.SCOPE;
  private static final String CPF = "52998224725";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @AfterEach
  void letTheDeskCallFromAnywhere() {
    register(List.of());
  }

  @Test
  void gets_a_token_in_its_own_name() {
    Answer answer = token(Map.of("grant_type", "client_credentials", "scope", SCOPE));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("scope").asText()).isEqualTo(SCOPE);
    JsonNode claims = RelyingParty.part(answer.json().get("access_token").asText(), 1);
    assertThat(claims.get("aud").asText()).isEqualTo(DeskCall.DESK);
    assertThat(claims.has("sub")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", SCOPE + " openid", SCOPE + "X", ""})
  void gets_no_token_for_another_scope(String scope) {
    Answer answer = token(Map.of("grant_type", "client_credentials", "scope", scope));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).isEqualTo("invalid_scope");
  }

  @Test
  void creates_an_account_whose_password_must_be_changed_at_first_use() {
    assertThat(put(CPF, request()).status()).isEqualTo(201);

    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("#enter-account-id", Map.of("accountId", CPF));
    browser.press("#submit-button", Map.of("password", "Temporaria-1"));
    assertThat(browser.text()).contains("Crie uma senha só sua");

    browser.press("#change-password", passwords("curta", "curta"));
    assertThat(browser.text()).contains("de 8 a 70");
    browser.press("#change-password", passwords("Temporaria-1", "Temporaria-1"));
    assertThat(browser.text()).contains("diferente da senha que você recebeu");
    browser.press("#change-password", passwords("Minha-senha-1", "Minha-senha-2"));
    assertThat(browser.text()).contains("não são iguais");
    browser.press("#change-password", passwords("Minha-senha-1", "Minha-senha-1"));
    browser.press("#authorize");

    JsonNode claims =
        RUNNING.service().exchange(browser.parameters().get("code")).tokens().idClaims();
    assertThat(claims.get("name").asText()).isEqualTo("Rosa Fictícia do Balcão");
    assertThat(claims.at("/reliability_info/reliabilities/0/id").asText()).isEqualTo("504");

    Browser later = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    later.press("#enter-account-id", Map.of("accountId", CPF));
    later.press("#submit-button", Map.of("password", "Temporaria-1"));
    assertThat(later.text()).contains("CPF ou senha inválidos");
    later.press("#submit-button", Map.of("password", "Minha-senha-1"));
    assertThat(later.parameters()).containsKey("code");
  }

  @Test
  void gives_an_account_back_without_lowering_its_level() {
    String cpf = RUNNING.govbr().persona("ouro-otp").cpf();
    assertThat(put(cpf, request()).status()).isEqualTo(200);
    assertThat(RUNNING.govbr().persona("ouro-otp").nivel()).isEqualTo("ouro");
    assertThat(RUNNING.govbr().persona("ouro-otp").selos()).contains("504");
    assertThat(RUNNING.govbr().persona("ouro-otp").senhaTemporaria()).isTrue();
  }

  @Test
  void lets_a_person_give_up_changing_the_password() {
    put(CPF, request());
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("#enter-account-id", Map.of("accountId", CPF));
    browser.press("#submit-button", Map.of("password", "Temporaria-1")).press("#cancel");
    assertThat(browser.parameters()).containsEntry("error", "access_denied");
  }

  @ParameterizedTest
  @CsvSource({
    "nome, , nome é obrigatório.",
    "nome, Rosa <b>, nome não aceita caracteres especiais.",
    "telefone, 6199, telefone deve ter 11 números.",
    "email, sem-arroba, email deve ser um endereço válido.",
    "senha, , senha é obrigatório.",
    "codigosConfiabilidades, balcao, codigosConfiabilidades deve ser uma lista",
  })
  void is_told_which_field_is_wrong(String field, String value, String sentence) {
    ObjectNode request = request();
    request.put(field, value);
    assertThat(description(put(CPF, request), 400)).startsWith(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "protocoloAtendimento, , dadosAtendimento.protocoloAtendimento é obrigatório.",
    "nomeAtendente, , dadosAtendimento.nomeAtendente é obrigatório.",
    "numeroDocumentoAtendente, , dadosAtendimento.numeroDocumentoAtendente é obrigatório.",
    "tipoDocumentoAtendente, ' ', dadosAtendimento.tipoDocumentoAtendente é obrigatório.",
    "dataHoraAtendimento, 24/11/2026, dadosAtendimento.dataHoraAtendimento deve ter a forma",
  })
  void is_told_what_is_wrong_about_the_operator(String field, String value, String sentence) {
    ObjectNode request = request();
    ((ObjectNode) request.get("dadosAtendimento")).put(field, value);
    assertThat(description(put(CPF, request), 400)).startsWith(sentence);
  }

  @Test
  void is_told_that_a_seal_is_none() {
    ObjectNode request = request();
    request.putArray("codigosConfiabilidades").add("504").add("9999");
    assertThat(description(put(CPF, request), 400))
        .isEqualTo("codigosConfiabilidades tem um selo desconhecido.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nome", "telefone", "email", "senha"})
  void is_told_that_a_text_is_too_long_or_none(String field) {
    String sentence = field + " deve ser um texto de até 255 caracteres.";
    ObjectNode request = request();
    request.put(field, "x".repeat(256));
    assertThat(description(put(CPF, request), 400)).isEqualTo(sentence);
    request.put(field, 7);
    assertThat(description(put(CPF, request), 400)).isEqualTo(sentence);
  }

  @Test
  void may_write_the_date_as_the_manual_prints_it() {
    ObjectNode request = request();
    ((ObjectNode) request.get("dadosAtendimento"))
        .put("dataHoraAtendimento", "2026-1124T12:00:00.000");
    assertThat(put(CPF, request).status()).isEqualTo(201);
  }

  @Test
  void must_send_an_address_or_a_number_where_the_form_of_the_plan_is_followed() {
    ObjectNode request = request();
    request.remove("email");
    assertThat(put(CPF, request).status()).isEqualTo(201);
    RUNNING.govbr().settings().choose(Choice.DESK_CONTACT_REQUIRED);
    assertThat(description(put(CPF, request), 400)).startsWith("telefone ou email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"52998224726", "529.982.247-25", "abc", "1"})
  void is_told_that_a_cpf_is_none(String cpf) {
    assertThat(description(put(cpf, request()), 400)).startsWith("cpf deve ter 11 números");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"x\"", "{", "null"})
  void is_told_that_the_body_is_no_object(String body) {
    assertThat(description(put(CPF, body, deskToken()), 400)).startsWith("O corpo deve ser");
  }

  @Test
  void is_refused_without_a_token_of_its_own() {
    assertThat(put(CPF, request().toString(), "").status()).isEqualTo(401);
    String citizens = RUNNING.service().tokens("ouro-otp").accessToken();
    assertThat(put(CPF, request().toString(), citizens).status()).isEqualTo(401);
    String token = deskToken();
    RUNNING.govbr().clock().shift(Duration.ofHours(2));
    assertThat(put(CPF, request().toString(), token).status()).isEqualTo(401);
  }

  @Test
  void cannot_read_a_citizens_data_with_its_token() {
    String path = "/confiabilidades/v3/contas/98765432100/niveis";
    assertThat(RUNNING.service().get(path, deskToken()).status()).isEqualTo(401);
    assertThat(RUNNING.service().get("/userinfo", deskToken()).status()).isEqualTo(401);
  }

  @Test
  void is_cut_off_when_it_calls_from_an_address_that_is_not_registered() {
    String token = deskToken();
    register(List.of("192.0.2.1"));
    assertThatThrownBy(BalcaoTest::deskToken).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> put(CPF, request().toString(), token))
        .isInstanceOf(UncheckedIOException.class);
    register(List.of("127.0.0.1"));
    assertThat(deskToken()).isNotEmpty();
  }

  private static void register(List<String> ips) {
    RUNNING
        .govbr()
        .clients()
        .register(
            new Client(
                DeskCall.DESK,
                "Balcão",
                DeskCall.SECRET,
                List.of(),
                null,
                List.of(),
                List.of(SCOPE),
                ips));
  }

  private static Map<String, String> passwords(String first, String second) {
    return Map.of("newPassword", first, "repeatedPassword", second);
  }

  private static ObjectNode request() {
    return DeskCall.request();
  }

  private static Answer token(Map<String, String> parameters) {
    return DeskCall.token(RUNNING.service(), parameters);
  }

  private static String deskToken() {
    return DeskCall.token(RUNNING.service());
  }

  private static Answer put(String cpf, ObjectNode request) {
    return put(cpf, request.toString(), deskToken());
  }

  private static Answer put(String cpf, String body, String token) {
    return DeskCall.put(RUNNING.service(), cpf, body, token);
  }

  private static String description(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().get("codigo").asText()).isEqualTo(Integer.toString(status));
    return answer.json().get("descricao").asText();
  }
}
