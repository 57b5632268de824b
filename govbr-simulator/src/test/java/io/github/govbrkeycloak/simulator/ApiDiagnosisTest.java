package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The journal, about the other surfaces,")
class ApiDiagnosisTest {

  private static final String SEALS = "/confiabilidades/v3/contas/CPF/confiabilidades";
  private static final String COMPANIES = "/empresas/v2/empresas?filtrar-por-participante=CPF";
  private static final String POWERS = "/procuracoes/v2/procuracoes";
  private static final String HISTORY = POWERS + "/101/historico-acessos";
  private static final String DESK_SCOPE = "sistema_govbr_preregistro_balcao_ORGAO";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static final Journal JOURNAL = new Journal(RUNNING);

  @Test
  void objects_to_nothing_in_correct_calls() {
    Persona maria = RUNNING.govbr().persona("ouro-otp");
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    for (String path : new String[] {"/userinfo", "/userinfo/picture", SEALS, COMPANIES}) {
      RUNNING.service().get(path.replace("CPF", maria.cpf()), token);
    }
    for (String endpoint : new String[] {"userinfo", "picture", "confiabilidades", "empresas"}) {
      assertThat(JOURNAL.codes(endpoint)).as(endpoint).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "userinfo, /userinfo",
    "confiabilidades, " + SEALS,
    "empresas, " + COMPANIES,
    "certificado, /api/x509/info",
    "procuracoes, " + POWERS,
  })
  void tells_what_is_wrong_with_the_token(String endpoint, String template) {
    Persona maria = RUNNING.govbr().persona("ouro-otp");
    String path = template.replace("CPF", maria.cpf());
    Tokens tokens = RUNNING.service().tokens("ouro-otp");

    RUNNING.service().get(path);
    assertThat(Journal.codes(JOURNAL.last(endpoint, 1))).containsExactly("sem-token");
    RUNNING.service().get(path, "eyJhbGciOiJub25lIn0.e30.");
    assertThat(Journal.codes(JOURNAL.last(endpoint, 2))).containsExactly("token-invalido");
    RUNNING.service().get(path, tokens.idToken());
    assertThat(Journal.codes(JOURNAL.last(endpoint, 3))).containsExactly("id-token-na-api");
    RUNNING.govbr().clock().shift(Duration.ofHours(2));
    RUNNING.service().get(path, tokens.accessToken());
    assertThat(Journal.codes(JOURNAL.last(endpoint, 4))).contains("token-vencido");
  }

  @Test
  void tells_that_the_token_lacks_the_scope_of_the_api() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid");
    String token = RUNNING.service().tokens("ouro-otp", request).accessToken();
    RUNNING.service().get(SEALS.replace("CPF", cpf("ouro-otp")), token);
    assertThat(JOURNAL.codes("confiabilidades")).containsExactly("escopo-da-api");
  }

  @ParameterizedTest
  @CsvSource({
    "confiabilidades, " + SEALS + ", 987.654.321-00, cpf-com-pontuacao",
    "empresas, " + COMPANIES + ", 987.654.321-00, cpf-com-pontuacao",
    "confiabilidades, " + SEALS + ", 52998224725, cpf-de-outra-pessoa",
    "empresas, " + COMPANIES + ", 52998224725, cpf-de-outra-pessoa",
  })
  void tells_what_is_wrong_with_the_cpf(String endpoint, String template, String cpf, String code) {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    RUNNING.service().get(template.replace("CPF", cpf), token);
    assertThat(JOURNAL.codes(endpoint)).containsExactly(code);
    assertThat(JOURNAL.calls().toString()).doesNotContain(cpf);
  }

  @Test
  void tells_that_a_browser_holds_the_access_token() {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    RUNNING
        .service()
        .send(
            RUNNING
                .service()
                .request("/userinfo")
                .header("Authorization", "Bearer " + token)
                .header("Origin", "https://meu.example")
                .build());
    assertThat(JOURNAL.codes("userinfo")).containsExactly("token-no-navegador");
  }

  @Test
  void tells_that_guide_and_discovery_write_userinfo_differently() {
    RUNNING.service().get("/userinfo/", RUNNING.service().tokens("ouro-otp").accessToken());
    assertThat(JOURNAL.codes("userinfo")).containsExactly("userinfo-com-barra");
  }

  @ParameterizedTest
  @CsvSource({
    "niveis, v3/contas/CPF/niveis",
    "categorias, v3/contas/CPF/categorias",
    "categorias-v2, v2/contas/CPF/categorias",
    "confiabilidades-v2, v2/contas/CPF/confiabilidades"
  })
  void tells_that_an_api_is_obsolete(String endpoint, String path) {
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    RUNNING.service().get("/confiabilidades/" + path.replace("CPF", cpf("ouro-otp")), token);
    assertThat(JOURNAL.codes(endpoint)).containsExactly("api-obsoleta");
    assertThat(JOURNAL.last(endpoint).at("/achados/0/gravidade").asText()).isEqualTo("OBSOLETO");
  }

  @ParameterizedTest
  @CsvSource({
    "//.well-known/openid-configuration, barra-dupla",
    "/jwks, endereco-inexistente",
    "/oauth2/introspect, endereco-inexistente",
    "/realms/x/protocol/openid-connect/certs, endereco-inexistente",
  })
  void tells_that_an_address_does_not_exist(String path, String code) throws Exception {
    assertThat(RawHttp.get(RUNNING.govbr().baseUrl(), path)).startsWith("HTTP/1.1 404");
    assertThat(Journal.codes(JOURNAL.last(null))).containsExactly(code);
  }

  @Test
  void is_not_bothered_by_what_browsers_ask_for() {
    RUNNING.service().get("/favicon.ico");
    assertThat(Journal.codes(JOURNAL.last(null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "client_id=x, cliente-desconhecido",
    "client_id=CLIENTE&redirect_uri=http://localhost:1/volta/, retorno-nao-registrado",
    "client_id=CLIENTE&categorias=101, catalogo-parametro-antigo",
    "client_id=CLIENTE&confiabilidades=(301/801), catalogo-parametro-antigo",
    "client_id=CLIENTE&niveis=ouro, niveis-ilegivel",
    "client_id=CLIENTE&niveis=(2/3)&redirect_uri=http://localhost:1/volta, ",
  })
  void tells_what_is_wrong_with_a_visit_to_the_catalogue(String query, String code) {
    RUNNING.service().get("/catalogo?" + query.replace("CLIENTE", RelyingParty.CLIENT_ID));
    assertThat(JOURNAL.codes("catalogo")).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "x, password-validation, cliente-desconhecido",
    RelyingParty.CLIENT_ID + ", password-validation, credencial-sem-revalidacao",
    "revalidacao.orgao.exemplo.gov.br, openid, escopo-nao-liberado",
    "revalidacao.orgao.exemplo.gov.br, password-validation, retorno-nao-registrado",
  })
  void tells_what_is_wrong_with_a_revalidation(String client, String scope, String code) {
    RUNNING
        .service()
        .get(
            "/oauth/v1/authorize?response_type=code&client_id="
                + client
                + "&scope="
                + scope
                + "&redirect_uri=http://x.example/");
    assertThat(JOURNAL.codes("revalidacao-authorize")).contains("api-obsoleta", code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth/v1/token", "/conecta/oauth2/jwt-token"})
  void tells_what_is_wrong_with_other_requests_for_tokens(String path) {
    RUNNING.service().send(RUNNING.service().form(path, Map.of("grant_type", "x")).build());
    String endpoint = path.contains("conecta") ? "conecta-token" : "revalidacao-token";
    assertThat(JOURNAL.codes(endpoint)).containsExactly("sem-credencial", "grant-type");
  }

  @Test
  void tells_what_is_wrong_with_calls_about_powers() {
    String own = RUNNING.service().tokens("ouro-otp", withPowers()).accessToken();
    RUNNING.service().get(POWERS + "?filtrar-por-outorgado=" + cpf("ouro-otp"), own);
    assertThat(JOURNAL.codes("procuracoes"))
        .containsExactly("token-sem-procuracao", "filtro-da-v1");
    RUNNING.service().get("/procuracoes/v1/procuracoes", own);
    assertThat(JOURNAL.codes("procuracoes-v1"))
        .containsExactly("token-sem-procuracao", "api-obsoleta");
    RUNNING.service().send(withToken(HISTORY, own, "{}"));
    assertThat(Journal.codes(JOURNAL.last("historico-acessos", 1)))
        .containsExactly("token-sem-procuracao", "historico-incompleto");
    String use =
        "{\"poaAccessHistory\":{\"clientId\":\"outro\",\"serviceId\":1,\"instanteEvento\":\"x\"}}";
    RUNNING.service().send(withToken(HISTORY, own, use));
    assertThat(Journal.codes(JOURNAL.last("historico-acessos", 2)))
        .containsExactly("token-sem-procuracao", "historico-de-outro-servico");
  }

  @Test
  void tells_what_is_wrong_with_what_a_desk_sends() {
    String citizens = RUNNING.service().tokens("ouro-otp").accessToken();
    RUNNING.service().send(put("/pre-registro/v2/contas/529.982.247-25", citizens, "{}"));
    assertThat(JOURNAL.codes("pre-registro"))
        .containsExactly("sem-token-do-balcao", "cpf-com-pontuacao", "atendimento-invalido");

    RUNNING.service().send(put("/pre-registro/v2/contas/52998224725", deskToken(), "{\"nome\":1}"));
    assertThat(Journal.codes(JOURNAL.last("pre-registro", 2)))
        .containsExactly("atendimento-invalido");
  }

  @Test
  void tells_what_is_wrong_with_a_query_of_the_register() {
    String path = "/conecta/api-cpf-light/v2/consulta/cpf";
    RUNNING.service().send(withToken(path, "x", "{\"listaCpf\":[]}"));
    assertThat(JOURNAL.codes("cpf-light"))
        .containsExactly("sem-token-do-conecta", "sem-cpf-do-operador", "lista-de-cpf");
  }

  private static String cpf(String persona) {
    return RUNNING.govbr().persona(persona).cpf();
  }

  private static Map<String, String> withPowers() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put(
        "scope",
        "openid poav2_createPoaAccessHistory_agent"
            + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent");
    return request;
  }

  private static HttpRequest withToken(String path, String token, String json) {
    return json(path, token).POST(BodyPublishers.ofString(json)).build();
  }

  private static HttpRequest put(String path, String token, String json) {
    return json(path, token).PUT(BodyPublishers.ofString(json)).build();
  }

  private static HttpRequest.Builder json(String path, String token) {
    return RUNNING
        .service()
        .request(path)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static String deskToken() {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("scope", DESK_SCOPE);
    return RUNNING
        .service()
        .token(form, "balcao.orgao.exemplo.gov.br", "segredo-do-balcao-na-demonstracao")
        .json()
        .get("access_token")
        .asText();
  }
}
