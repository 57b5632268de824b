package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Hostile input")
class HostileInputTest {

  private static final int ONE_MEGABYTE = 1024 * 1024;
  private static final int TEN_MEGABYTES = 10 * ONE_MEGABYTE;

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void of_ten_megabytes_is_refused_by_its_announced_length() throws IOException {
    assertThat(
            RawHttp.send(
                RUNNING.govbr().baseUrl(),
                "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + TEN_MEGABYTES
                    + "\r\n\r\ncode="))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void without_announced_length_is_refused_when_it_grows_too_long() throws IOException {
    String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
    String oneTooMany = "1\r\na\r\n";
    assertThat(
            RawHttp.send(
                RUNNING.govbr().baseUrl(),
                "POST /token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(4)
                    + oneTooMany
                    + "0\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void sent_whole_although_it_is_too_long_gets_its_answer_each_time() {
    Map<String, String> form = Map.of("code", "x".repeat(ONE_MEGABYTE));
    for (int time = 0; time < 50; time++) {
      System.err.println("TIME " + time + " " + System.nanoTime() / 1000000);
      assertThat(
              RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status())
          .isEqualTo(413);
    }
  }

  @Test
  void in_a_form_of_many_buffers_is_read_whole() {
    Map<String, String> form = RelyingParty.tokenParameters(RUNNING.service().code("ouro-otp"));
    form.put("enchimento", "x".repeat(200_000));
    assertThat(RUNNING.service().token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET).status())
        .isEqualTo(200);
  }

  @Test
  void or_great_caution_is_told_to_go_on_with_its_form() {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .form("/token", RelyingParty.tokenParameters("x"))
                    .expectContinue(true)
                    .build());
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void in_headers_without_end_is_refused() throws IOException {
    assertThat(answerOrNothing("GET /authorize?state=" + "x".repeat(300_000) + " HTTP/1.1\r\n"))
        .doesNotContain("200 OK");
    assertThat(RUNNING.service().get("/simulador/saude").status()).isEqualTo(200);
  }

  /**
   * The simulator hangs up in the middle of too long a request, maybe before its answer is read.
   */
  private static String answerOrNothing(String requestLine) throws IOException {
    try {
      return RawHttp.send(RUNNING.govbr().baseUrl(), requestLine + "Host: localhost\r\n\r\n");
    } catch (SocketException hungUp) {
      return "";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/authorize?client_id=%zz",
        "/authorize?client_id=%00",
        "/login?authorization_id=%zz&client_id=x",
        "/userinfo/picture/../../etc/passwd",
        "/govbr-ds/..%2f..%2fpersonas.json",
        "/govbr-ds/../../../io/github/govbrkeycloak/simulator/personas.json",
        "/confiabilidades/v3/contas/%zz/niveis",
        "/simulador/personas/%zz",
        "/%"
      })
  void in_addresses_gets_a_client_error(String path) throws IOException {
    assertThat(RawHttp.get(RUNNING.govbr().baseUrl(), path)).matches("(?s)HTTP/1.1 4\\d\\d.*");
  }

  @Test
  void in_a_form_with_broken_encoding_is_no_server_error() {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request("/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("code=%zz&client_id=%&=&&"))
                    .build());
    assertThat(answer.status()).isBetween(400, 499);
  }

  @Test
  void in_the_name_of_a_service_is_shown_as_text() {
    RUNNING
        .govbr()
        .clients()
        .register(
            Client.of(RelyingParty.CLIENT_ID, RelyingParty.SECRET)
                .named("<script>alert(1)</script>")
                .returningTo(RelyingParty.REDIRECT_URI)
                .provisionedWith("openid"));
    try {
      Map<String, String> request = RelyingParty.authorizeParameters();
      request.put("scope", "openid");
      Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
      assertThat(browser.page().select("script")).isEmpty();
      assertThat(browser.text()).contains("<script>alert(1)</script>");
    } finally {
      new RelyingParty(RUNNING.govbr());
    }
  }

  @Test
  void runs_no_script_on_any_page() {
    Answer page = RUNNING.service().get("/login");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.text()).contains("<html lang=\"pt-BR\">");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/jwk", "/.well-known/openid-configuration", "/login", "/"})
  void or_mere_curiosity_by_head_gets_headers_only(String path) {
    Answer answer =
        RUNNING
            .service()
            .send(RUNNING.service().request(path).method("HEAD", BodyPublishers.noBody()).build());
    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void or_mere_curiosity_by_options_learns_the_methods() {
    Answer answer =
        RUNNING
            .service()
            .send(
                RUNNING
                    .service()
                    .request("/jwk")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow")).contains("GET", "POST");
  }

  @Test
  void with_a_method_nobody_knows_is_refused() {
    assertThat(
            RUNNING
                .service()
                .send(
                    RUNNING
                        .service()
                        .request("/jwk")
                        .method("DELETE", BodyPublishers.noBody())
                        .build())
                .status())
        .isEqualTo(405);
  }
}
