package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A hostile request")
class HostileRequestTest {

  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @AfterEach
  void leavesTheSimulatorWell() {
    assertThat(RUNNING.service().get("/simulador/saude").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/authorize?state=",
        "/logout?post_logout_redirect_uri=",
        "/catalogo?niveis=",
        "/oauth/v1/authorize?state=",
        "/simulador/chamadas?entrada=",
        "/simulador/homologacao?cliente=",
        "/"
      })
  void of_ten_megabytes_in_the_address_is_cut_off(String path) throws IOException {
    assertThat(
            raw("GET " + path + "x".repeat(TEN_MEGABYTES) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .doesNotContain("HTTP/1.1 2")
        .doesNotContain("HTTP/1.1 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /token",
        "POST /login",
        "POST /logout",
        "POST /oauth/v1/token",
        "PUT /pre-registro/v2/contas/52998224725",
        "POST /conecta/api-cpf-light/v2/consulta/cpf",
        "POST /procuracoes/v2/procuracoes/101/historico-acessos",
        "PUT /simulador/clientes/x",
        "PUT /simulador/comportamentos/atraso",
        "POST /simulador",
        "POST /simulador/chamadas",
        "POST /simulador/comportamento/atraso",
        "POST /simulador/homologacao"
      })
  void of_ten_megabytes_in_the_body_is_refused(String line) throws IOException {
    assertThat(
            raw(
                line
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                    + TEN_MEGABYTES
                    + "\r\n\r\n{\"nome\":\""))
        .startsWith("HTTP/1.1 413");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /pre-registro/v2/contas/52998224725",
    "POST, /conecta/api-cpf-light/v2/consulta/cpf",
    "POST, /procuracoes/v2/procuracoes/101/historico-acessos",
    "PUT, /simulador/clientes/x",
    "POST, /simulador/comportamentos/atraso",
    "PUT, /simulador/ajustes/pkce",
    "PUT, /simulador/relogio",
  })
  void in_json_without_bottom_or_without_sense_is_the_caller_s_mistake(String method, String path) {
    for (String json :
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000),
            "[".repeat(900) + "]".repeat(900),
            "{\"nome\":" + "9".repeat(5_000) + "}",
            "{\"nome\":1e999999999}",
            "\"\\ud800\"",
            "{\"@class\":\"java.lang.Runtime\"}",
            "<xml/>")) {
      Answer answer =
          RUNNING.service().send(json(method, path, json.getBytes(StandardCharsets.UTF_8)));
      assertThat(answer.status()).as("%.40s", json).isBetween(400, 499);
      assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/xml",
        "text/plain",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=utf-7",
        "application/x-www-form-urlencoded; charset=lua",
        "a/b",
        "/",
        ";;;",
        "*/*"
      })
  void of_another_type_is_the_caller_s_mistake(String type) throws IOException {
    for (String line :
        List.of(
            "POST /token",
            "POST /login?client_id=x",
            "POST /oauth/v1/token",
            "POST /conecta/oauth2/jwt-token",
            "POST /conecta/api-cpf-light/v2/consulta/cpf",
            "PUT /pre-registro/v2/contas/52998224725",
            "PUT /simulador/clientes/x",
            "PUT /simulador/ajustes/pkce",
            "POST /simulador/homologacao",
            "POST /simulador/comportamento/lua")) {
      String answer =
          raw(
              line
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                  + type
                  + "\r\nContent-Length: 5\r\n\r\n<a>&=");
      assertThat(answer).as(line).matches("(?s)HTTP/1.1 4\\d\\d .*");
      assertThat(answer).doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=\u00ff\u00fe&client_id=\u00c0\u0080",
        "%ff%fe=%c0%80",
        "\u0000=\u0000",
        "operation=%zz"
      })
  void in_no_known_alphabet_is_the_caller_s_mistake(String bytes) throws IOException {
    for (String path : List.of("/token", "/oauth/v1/token", "/login?client_id=x", "/simulador")) {
      assertThat(
              raw(
                  "POST "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type:"
                      + " application/x-www-form-urlencoded\r\nContent-Length: "
                      + bytes.length()
                      + "\r\n\r\n"
                      + bytes))
          .as(path)
          .matches("(?s)HTTP/1.1 4\\d\\d .*");
    }
    byte[] json = ("{\"nome\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    Answer desk = RUNNING.service().send(json("PUT", "/pre-registro/v2/contas/52998224725", json));
    assertThat(desk.status()).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/authorize?state=%ff%fe", "/login?client_id=%c0%ae", "/%ff", "/jwk?%ff=%ff"})
  void in_an_address_in_no_known_alphabet_is_the_caller_s_mistake(String path) throws IOException {
    assertThat(rawGet(path)).matches("(?s)HTTP/1.1 4\\d\\d .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/simulador/../userinfo",
        "/simulador/%2e%2e/userinfo",
        "/simulador/..;/userinfo",
        "/simulador/personas/..%2f..%2fclientes",
        "/simulador/personas/../../../../etc/passwd",
        "/simulador/comportamento/..%2f..%2fetc%2fpasswd",
        "/govbr-ds/%2e%2e/%2e%2e/paginas/layout.ftlh",
        "/govbr-ds//etc/passwd",
        "/..",
        "/./../jwk/../.."
      })
  void finds_no_way_out_of_its_path(String path) throws IOException {
    assertThat(rawGet(path))
        .matches("(?s)HTTP/1.1 [34]\\d\\d .*")
        .doesNotContain("root:")
        .doesNotContain("<#macro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/authorize",
        "/authorize?client_id=" + RelyingParty.CLIENT_ID,
        "/catalogo?client_id=" + RelyingParty.CLIENT_ID,
        "/catalogo?redirect_uri=x",
        "/oauth/v1/authorize",
        "/oauth/v1/authorize?client_id=revalidacao.orgao.exemplo.gov.br",
        "/empresas/v2/empresas",
        "/procuracoes/v2/procuracoes",
        "/api/x509/info"
      })
  void with_parameters_missing_is_no_server_error(String path) {
    assertThat(RUNNING.service().get(path).status()).isBetween(200, 499);
    String token = RUNNING.service().tokens("ouro-otp").accessToken();
    assertThat(RUNNING.service().get(path, token).status()).isBetween(200, 499);
  }

  @Test
  void has_the_method_it_has_whatever_it_claims() {
    RUNNING.service().get("/jwk");
    new Journal(RUNNING).last("jwk");
    for (String header : List.of("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method")) {
      RUNNING
          .service()
          .send(
              RUNNING
                  .service()
                  .form("/simulador/chamadas?_method=DELETE", Map.of("_method", "DELETE"))
                  .header(header, "DELETE")
                  .build());
    }
    assertThat(new Journal(RUNNING).calls()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "<script>"})
  void by_a_method_gov_br_does_not_know_is_refused_and_not_repeated(String method)
      throws IOException {
    for (String path : List.of("/token", "/", "/simulador/chamadas", "/nada")) {
      assertThat(
              raw(
                  method
                      + " "
                      + path
                      + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: segredo=1\r\n\r\n"))
          .as(path)
          .doesNotContain("HTTP/1.1 2")
          .doesNotContain("HTTP/1.1 5")
          .doesNotContain("segredo");
    }
    assertThat(new Journal(RUNNING).calls().toString()).doesNotContain("<script>");
  }

  @Test
  void with_huge_or_strange_cookies_is_answered_or_refused() throws IOException {
    for (String cookies :
        List.of(
            "GOVBR_SIMULADOR_SESSAO=" + "x".repeat(30_000),
            "GOVBR_SIMULADOR_SESSAO=" + "x".repeat(300_000),
            "a=1; ".repeat(2_000),
            "GOVBR_SIMULADOR_SESSAO=\"\\\"; $Path=/; =; ;;",
            "GOVBR_SIMULADOR_SESSAO=\u00ff\u00fe")) {
      assertThat(
              raw(
                  "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: "
                      + cookies
                      + "\r\n\r\n"))
          .as("%.40s", cookies)
          .doesNotContain("HTTP/1.1 5");
    }
  }

  private static HttpRequest json(String method, String path, byte[] body) {
    return RUNNING
        .service()
        .request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofByteArray(body))
        .build();
  }

  private static String rawGet(String path) throws IOException {
    return RawHttp.get(RUNNING.govbr().baseUrl(), path);
  }

  /** The simulator may hang up in the middle of too long a request, before its answer is read. */
  private static String raw(String request) throws IOException {
    try {
      return RawHttp.send(RUNNING.govbr().baseUrl(), request);
    } catch (SocketException hungUp) {
      return "";
    }
  }
}
