package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeProblem.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A person's companies, asked for by an application,")
class CompaniesFacadeIT {

  private static final String READER = "leitora";
  private static final String SCOPES = "openid profile govbr_confiabilidades_idtoken govbr_empresa";
  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static OwnRealm realm;

  @BeforeAll
  static void createRealm() {
    GOV_BR.forgetEverybody();
    // Failures count for each address of an API: these are nobody else's.
    String ownName = SYSTEM.simulatorUrl().replace("localhost", "127.0.0.1");
    realm =
        OwnRealm.create(
            SYSTEM,
            "empresas-rest",
            Map.of("guardarToken", "true", "defaultScope", SCOPES, "urlApi", ownName));
    FacadeClient.create(realm, READER, "empresas");
  }

  @AfterEach
  void behaveNormally() {
    GOV_BR.behaveNormally();
    realm.set(Map.of("guardarToken", "true", "defaultScope", SCOPES));
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  private static String tokenOf(String persona) {
    return PlainLogin.into(SYSTEM, realm)
        .of(READER)
        .as(persona)
        .tokens()
        .path("access_token")
        .asText();
  }

  private static HttpResponse<byte[]> get(String token, String path) {
    return SYSTEM.getAs(token, realm.url() + "/govbr/govbr/empresas" + path);
  }

  private static JsonNode companies(String token, Map<String, String> query) {
    HttpResponse<byte[]> answer = get(token, "?" + HttpBrowser.encoded(query));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    return SYSTEM.json(answer.body());
  }

  private static List<String> numbers(JsonNode answer) {
    return StreamSupport.stream(answer.path("itens").spliterator(), false)
        .map(item -> item.path("cnpj").asText())
        .toList();
  }

  @Test
  @DisplayName("come in pages, by one call to gov.br however many there are")
  void comeInPages() {
    String token = tokenOf("duas-mil-empresas");
    GOV_BR.forgetCalls();

    JsonNode first = companies(token, Map.of());
    JsonNode last = companies(token, Map.of("pagina", "20", "tamanho", "100"));
    JsonNode beyond = companies(token, Map.of("pagina", "21", "tamanho", "100"));
    JsonNode found = companies(token, Map.of("busca", "marcenaria sertao"));

    assertThat(first.path("total").asInt()).isEqualTo(2_000);
    assertThat(first.at("/itens/0/razao_social").asText()).isNotBlank();
    assertThat(numbers(first)).hasSize(20).doesNotHaveDuplicates();
    assertThat(numbers(last)).hasSize(100);
    assertThat(numbers(beyond)).isEmpty();
    assertThat(found.path("total").asInt()).isBetween(1, 100);
    assertThat(GOV_BR.calls()).hasSize(1);
  }

  @Test
  @DisplayName("are none for whoever has none")
  void areNone() {
    JsonNode answer = companies(tokenOf("cin"), Map.of());

    assertThat(answer.path("total").asInt()).isZero();
    assertThat(answer.path("itens").isArray()).isTrue();
  }

  @Test
  @DisplayName("tell what the person is there, and a collaborator is nothing")
  void tellThePart() {
    String token = tokenOf("contador");
    List<String> numbers = numbers(companies(token, Map.of()));

    List<JsonNode> parts =
        numbers.stream().map(cnpj -> SYSTEM.json(get(token, "/" + cnpj).body())).toList();

    assertThat(parts).extracting(part -> part.path("cnpj").asText()).isEqualTo(numbers);
    assertThat(parts)
        .extracting(part -> part.path("atuacao").asText("colaborador"))
        .containsExactlyInAnyOrder("CONTADOR", "SOCIO", "colaborador");
    assertThat(parts).allMatch(part -> part.path("cadastrador").isBoolean());
    assertThat(parts).allMatch(part -> part.path("expira_em").asText().startsWith("2099-12-31T"));
  }

  @Test
  @DisplayName("are this person's: another one's is not reachable")
  void areThePersonsOwn() {
    String foreign = numbers(companies(tokenOf("contador"), Map.of())).get(0);

    assertProblem(get(tokenOf("uma-empresa"), "/" + foreign), 404, "empresa-desconhecida");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?pagina=0",
        "?pagina=-1",
        "?pagina=x",
        "?pagina=99999999999999999999",
        "?tamanho=0",
        "?tamanho=101",
        "?tamanho=1e9"
      })
  @DisplayName("are not told for a page that makes no sense")
  void senselessPages(String query) {
    assertProblem(get(tokenOf("contador"), query), 400, "pedido-invalido");
  }

  @Test
  @DisplayName("are looked for with anything, and too much of it is refused")
  void hostileSearches() {
    String token = tokenOf("contador");

    assertThat(companies(token, Map.of("busca", "<script>'--%00${7*7}")).path("total").asInt())
        .isZero();
    assertProblem(get(token, "?busca=" + "x".repeat(101)), 400, "pedido-invalido");
    assertProblem(get(token, "/nada"), 404, "empresa-desconhecida");
    assertProblem(get(token, "/12ABC34501DE35%0d%0aX:1"), 404, "empresa-desconhecida");
  }

  @Test
  @DisplayName("are for applications whose token is meant for it")
  void theTokenMustBeMeantForIt() {
    String other =
        PlainLogin.into(SYSTEM, realm).as("contador").tokens().path("access_token").asText();

    assertProblem(get(other, ""), 401, "nao-autenticado");
    assertProblem(get("nonsense", "/12ABC34501DE35"), 401, "nao-autenticado");
    assertThat(SYSTEM.getAs(tokenOf("contador"), realm.url() + "/govbr/govbr/foto").statusCode())
        .as("another role")
        .isEqualTo(403);
  }

  @Test
  @DisplayName("are asked for after a new login when gov.br's token is not kept")
  void noTokenIsKept() {
    realm.set("guardarToken", "");

    String token = tokenOf("contador");

    assertProblem(get(token, ""), 409, "sessao-expirada");
    assertProblem(get(token, "/12ABC34501DE35"), 409, "sessao-expirada");
  }

  @Test
  @DisplayName("are not there where the provider does not ask for their scope")
  void theScopeIsMissing() {
    realm.set("defaultScope", "openid profile govbr_confiabilidades_idtoken");

    assertProblem(get(tokenOf("contador"), ""), 501, "nao-configurado");
  }

  @ParameterizedTest
  @CsvSource({"access-token-vencido, 409, sessao-expirada", "fora-do-ar, 502, sem-resposta"})
  @DisplayName("do not come when gov.br does not tell them, and the application hears why")
  void govBrFails(String fault, int status, String type) {
    GOV_BR.behave(
        fault,
        fault.equals("fora-do-ar")
            ? Map.of("endpoint", "empresas", "cliente", realm.govBrClient())
            : Map.of("cliente", realm.govBrClient()));

    assertProblem(get(tokenOf("contador"), ""), status, type);
  }
}
