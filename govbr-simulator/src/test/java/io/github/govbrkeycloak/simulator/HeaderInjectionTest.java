package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A header in the middle of a parameter")
class HeaderInjectionTest {

  private static final String INJECTION = "x\r\nSet-Cookie: mau=1\r\n\r\n<script>alert(1)</script>";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @ParameterizedTest
  @ValueSource(strings = {"state", "redirect_uri", "client_id", "scope", "nonce", "inventado"})
  void is_none_in_the_answer_of_a_login(String parameter) throws IOException {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put(parameter, INJECTION);
    assertNothingInjected(rawGet("/authorize?" + RelyingParty.encode(request)));
    request.put("response_type", "token");
    assertNothingInjected(rawGet("/authorize?" + RelyingParty.encode(request)));
  }

  @Test
  void is_none_in_the_way_back_with_a_code() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("state", INJECTION);
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    browser.press("button[data-persona=cin]").press("#authorize");
    assertThat(browser.parameters()).containsEntry("state", INJECTION).containsKey("code");
    assertThat(browser.address().toString()).doesNotContain("\n").contains("%0D%0ASet-Cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/logout?post_logout_redirect_uri=",
        "/catalogo?client_id=",
        "/oauth/v1/authorize?client_id=revalidacao.orgao.exemplo.gov.br&state=",
        "/login?client_id="
      })
  void is_none_in_other_answers(String path) throws IOException {
    assertNothingInjected(rawGet(path + RelyingParty.encode(Map.of("", INJECTION)).substring(1)));
  }

  @Test
  void is_none_even_if_a_service_registered_it() throws IOException {
    String address = "http://localhost:1/volta\r\nSet-Cookie: mau=1";
    RUNNING
        .govbr()
        .clients()
        .register(
            Client.of("mau.example", "segredo")
                .returningTo(address)
                .launchedAt(address)
                .loggingOutTo(address)
                .provisionedWith("openid"));
    try {
      Map<String, String> request = RelyingParty.authorizeParameters();
      request.putAll(Map.of("client_id", "mau.example", "redirect_uri", address, "scope", "x"));
      assertNothingInjected(rawGet("/authorize?" + RelyingParty.encode(request)));
      assertNothingInjected(
          rawGet("/logout?" + RelyingParty.encode(Map.of("post_logout_redirect_uri", address))));
    } finally {
      RUNNING.govbr().clients().remove("mau.example");
    }
  }

  private static void assertNothingInjected(String answer) {
    String head = answer.split("\r\n\r\n", 2)[0];
    assertThat(answer).matches("(?s)HTTP/1.1 [34].*").doesNotContain("<script>alert");
    assertThat(head).doesNotContainPattern("(?im)^Set-Cookie: mau");
  }

  private static String rawGet(String path) throws IOException {
    return RawHttp.get(RUNNING.govbr().baseUrl(), path);
  }
}
