package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Where gov.br's documents disagree, the simulator")
class SettingsTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @ParameterizedTest
  @EnumSource
  void has_two_sides_at_least_and_takes_the_newest_one(Setting setting) {
    assertThat(setting.choices()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(RUNNING.govbr().settings().of(setting)).isEqualTo(setting.choices().get(0));
    for (Choice choice : setting.choices()) {
      assertThat(Settings.parse(setting.label(), choice.label())).isEqualTo(choice);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pkce, talvez, pkce deve ser \"obrigatorio\" ou \"opcional\"",
    "inexistente, sim, ajuste desconhecido",
    "PKCE, opcional, ajuste desconhecido",
  })
  void refuses_a_side_there_is_not(String setting, String choice, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.parse(setting, choice))
        .withMessageContaining(sentence);
  }

  @Test
  void tells_the_lifetime_of_the_id_token_either_way() {
    assertThat(lifetime(idToken("ouro-otp"))).isEqualTo(60);
    choose(Choice.ID_TOKEN_600_SECONDS);
    assertThat(lifetime(idToken("ouro-otp"))).isEqualTo(600);
  }

  @Test
  void writes_the_subject_either_way() {
    assertThat(idToken("ouro-otp").get("sub").asText()).isEqualTo("98765432100");
    choose(Choice.SUBJECT_HYPHEN);
    assertThat(idToken("ouro-otp").get("sub").asText()).isEqualTo("987654321-00");
    assertThat(idToken("ouro-otp").get("preferred_username").asText()).isEqualTo("98765432100");
  }

  @Test
  void repeats_the_key_id_among_the_claims_or_not() {
    assertThat(idToken("ouro-otp").get("kid").asText()).isEqualTo("rsa1");
    choose(Choice.KID_CLAIM_ABSENT);
    assertThat(idToken("ouro-otp").has("kid")).isFalse();
  }

  @Test
  void writes_the_company_either_way() {
    assertThat(idToken("empresa-certificado").get("cnpj").asText()).isEqualTo("12.ABC.345/01DE-35");
    choose(Choice.CNPJ_PLAIN);
    assertThat(idToken("empresa-certificado").get("cnpj").asText()).isEqualTo("12ABC34501DE35");
  }

  @Test
  void tells_the_name_in_parts_or_not() {
    assertThat(idToken("nome-social").has("given_name")).isFalse();
    choose(Choice.NAME_IN_PARTS);
    JsonNode claims = idToken("ouro-otp");
    assertThat(claims.get("given_name").asText()).isEqualTo("Maria");
    assertThat(claims.get("family_name").asText()).isEqualTo("Ouro de Assunção Araújo");
    JsonNode facts = get("/userinfo", "ouro-otp").json();
    assertThat(facts.get("given_name").asText()).isEqualTo("Maria");
    assertThat(facts.get("family_name").asText()).isEqualTo("Ouro de Assunção Araújo");
  }

  @ParameterizedTest
  @CsvSource({"bronze, bronze, Bronze", "prata, prata, Prata"})
  void gives_either_level_for_a_seal_of_a_desk(String choice, String level, String category) {
    choose(Settings.parse("selos-de-balcao", choice));
    ObjectNode request = DeskCall.request();
    request.putArray("codigosConfiabilidades").add("503");
    String cpf = RUNNING.govbr().persona("bronze-senha").cpf();
    DeskCall.put(RUNNING.service(), cpf, request.toString(), DeskCall.token(RUNNING.service()));
    assertThat(RUNNING.govbr().persona("bronze-senha").nivel()).isEqualTo(level);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("#enter-account-id", Map.of("accountId", cpf));
    browser.press("button[value=app_qrcode]");
    browser.press(
        "#change-password",
        Map.of("newPassword", "Minha-senha-1", "repeatedPassword", "Minha-senha-1"));
    browser.press("#authorize");
    String token =
        RUNNING.service().exchange(browser.parameters().get("code")).tokens().accessToken();
    assertThat(
            RUNNING
                .service()
                .get("/confiabilidades/v2/contas/" + cpf + "/confiabilidades", token)
                .json()
                .at("/1/confiabilidade/categoria")
                .asText())
        .isEqualTo(category);
  }

  @Test
  void sends_the_photo_either_way() {
    byte[] png = get("/userinfo/picture", "ouro-otp").bytes();
    choose(Choice.PICTURE_BASE64);
    Answer text = get("/userinfo/picture", "ouro-otp");
    assertThat(Base64.getDecoder().decode(text.text())).isEqualTo(png);
    assertThat(text.header("Content-Type")).startsWith("text/plain");
  }

  @Test
  void makes_codes_of_every_form() {
    assertThat(RUNNING.service().code("ouro-otp")).contains("..");
    choose(Choice.CODE_UUIDS);
    assertThat(RUNNING.service().code("ouro-otp")).matches("([0-9a-f-]{36}\\.){2}[0-9a-f-]{36}");
    choose(Choice.CODE_SHORT);
    String code = RUNNING.service().code("ouro-otp");
    assertThat(code).matches("[A-Za-z0-9]{6}");
    assertThat(RUNNING.service().exchange(code).status()).isEqualTo(200);
  }

  @Test
  void insists_on_state_and_nonce_or_not() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.remove("state");
    request.remove("nonce");
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    assertThat(browser.parameters()).containsEntry("error", "invalid_request");
    choose(Choice.STATE_AND_NONCE_OPTIONAL);
    String code = RUNNING.service().code("ouro-otp", request);
    JsonNode claims = RUNNING.service().exchange(code).tokens().idClaims();
    assertThat(claims.has("nonce")).isFalse();
  }

  @Test
  void lets_localhost_be_a_return_address_or_not() {
    choose(Choice.LOCALHOST_REFUSED);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("localhost não pode ser endereço de retorno");
  }

  @Test
  void calls_a_wrong_return_address_either_name() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("redirect_uri", "https://outro.example/");
    Browser browser = RUNNING.newBrowser();
    assertThat(browser.open(RUNNING.service().authorizeUrl(request)).text())
        .contains("invalid_grant");
    choose(Choice.REDIRECT_UNAUTHORIZED_CLIENT);
    assertThat(browser.open(RUNNING.service().authorizeUrl(request)).text())
        .contains("unauthorized_client");
  }

  @Test
  void takes_the_secret_from_a_form_or_not() {
    Map<String, String> form = RelyingParty.tokenParameters("qualquer");
    form.put("client_id", RelyingParty.CLIENT_ID);
    form.put("client_secret", RelyingParty.SECRET);
    assertThat(posted(form).status()).isEqualTo(400);
    choose(Choice.BASIC_ONLY);
    assertThat(posted(form).status()).isEqualTo(401);
  }

  @Test
  void says_something_about_a_wrong_secret_or_nothing() {
    assertThat(wrongSecret().json().get("error_description").asText()).isEqualTo("Bad credentials");
    choose(Choice.SECRET_NO_BODY);
    Answer answer = wrongSecret();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void names_the_parts_of_an_error_either_way() {
    assertThat(RUNNING.service().get("/nao-existe").json().has("erro_description")).isTrue();
    choose(Choice.CODIGO_DESCRICAO);
    JsonNode old = RUNNING.service().get("/nao-existe").json();
    assertThat(old.get("codigo").asText()).isEqualTo("404");
    assertThat(old.has("descricao")).isTrue();
  }

  @Test
  void ends_the_session_of_the_stranded_or_not() {
    choose(Choice.STRANDED_SESSION_SURVIVES);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=ouro-otp]").press("#authorize");
    browser.open(RUNNING.govbr().baseUrl() + "/logout?post_logout_redirect_uri=http://x.example/");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.open(RUNNING.service().authorizeUrl()).isAwayFromSimulator()).isTrue();
  }

  @Test
  void tells_the_highest_level_or_all() {
    assertThat(api("niveis", "ouro-otp").findValuesAsText("id")).containsExactly("3");
    choose(Choice.ALL_LEVELS);
    assertThat(api("niveis", "ouro-otp").findValuesAsText("id")).containsExactly("1", "2", "3");
  }

  @Test
  void explains_ids_or_not() {
    choose(Choice.EXPLAINED_IDS);
    assertThat(api("niveis", "ouro-otp").findValuesAsText("id")).containsExactly("3 (Ouro)");
    assertThat(api("confiabilidades", "ouro-otp").findValuesAsText("id"))
        .containsExactly("401 (biovalid_facial)", "701 (tse_facial)");
  }

  @Test
  void writes_dates_either_way() {
    choose(Choice.MASKED_DATES);
    assertThat(api("confiabilidades", "ouro-otp").findValuesAsText("dataAtualizacao"))
        .containsExactly("2023-01-15 10:20:30", "2025-06-01 12:00:00");
  }

  @Test
  void answers_either_status_to_a_missing_scope() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid");
    String token = RUNNING.service().tokens("ouro-otp", request).accessToken();
    String path = "/confiabilidades/v3/contas/98765432100/niveis";
    assertThat(RUNNING.service().get(path, token).status()).isEqualTo(401);
    choose(Choice.MISSING_SCOPE_403);
    assertThat(RUNNING.service().get(path, token).status()).isEqualTo(403);
  }

  @Test
  void tells_the_certificate_as_an_object_or_a_list() {
    JsonNode object = get("/api/x509/info", "ouro-certificado").json();
    assertThat(object.get("type").asText()).isEqualTo("device");
    assertThat(object.get("amr").toString()).isEqualTo("[\"x509\",\"x509_token\"]");
    assertThat(object.has("provider")).isFalse();
    choose(Choice.CERTIFICATE_LIST);
    assertThat(get("/api/x509/info", "ouro-certificado").json().get(0)).isEqualTo(object);
  }

  private static void choose(Choice choice) {
    RUNNING.govbr().settings().choose(choice);
  }

  private static Answer wrongSecret() {
    return RUNNING
        .service()
        .token(RelyingParty.tokenParameters("x"), RelyingParty.CLIENT_ID, "errado");
  }

  private static Answer posted(Map<String, String> form) {
    return RUNNING.service().send(RUNNING.service().form("/token", form).build());
  }

  private static JsonNode idToken(String persona) {
    return RUNNING.service().tokens(persona).idClaims();
  }

  private static long lifetime(JsonNode claims) {
    return claims.get("exp").asLong() - claims.get("iat").asLong();
  }

  private static Answer get(String path, String persona) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid profile govbr_confiabilidades govbr_recupera_certificadox509");
    return RUNNING.service().get(path, RUNNING.service().tokens(persona, request).accessToken());
  }

  private static JsonNode api(String resource, String persona) {
    String cpf = RUNNING.govbr().persona(persona).cpf();
    return get("/confiabilidades/v3/contas/" + cpf + "/" + resource, persona).json();
  }
}
