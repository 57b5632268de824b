package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A request to /authorize")
class AuthorizeTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Nested
  @DisplayName("is refused on gov.br's own page, not redirected, when")
  class Shown {

    @ParameterizedTest
    @ValueSource(strings = {"desconhecido.exemplo.gov.br", "", " servico.teste.exemplo.gov.br"})
    void the_client_is_unknown(String clientId) {
      Browser browser = open(request -> request.put("client_id", clientId));
      assertShown(browser, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost:1/volta/",
          "http://localhost:1/volta?x=1",
          "https://localhost:1/volta",
          "http://localhost:1/Volta",
          "javascript:alert(1)",
          "http://localhost:1/volta\r\nX-Injetado: sim"
        })
    void the_redirect_uri_is_not_exactly_a_registered_one(String redirectUri) {
      Browser browser = open(request -> request.put("redirect_uri", redirectUri));
      assertShown(browser, "invalid_grant");
      assertThat(browser.text()).contains("URL used in authorize is not registered");
    }

    @Test
    void the_redirect_uri_is_missing() {
      assertShown(open(request -> request.remove("redirect_uri")), "invalid_grant");
    }

    @Test
    void the_redirect_uri_comes_twice() {
      String url = RUNNING.service().authorizeUrl() + "&redirect_uri=http://localhost:1/volta";
      assertShown(RUNNING.newBrowser().open(url), "invalid_grant");
    }

    private void assertShown(Browser browser, String error) {
      assertThat(browser.isAwayFromSimulator()).isFalse();
      assertThat(browser.status()).isEqualTo(400);
      assertThat(browser.text()).contains("O gov.br não aceitou o pedido", error);
    }
  }

  @Nested
  @DisplayName("comes back with an error and the state when")
  class Returned {

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "code_challenge", "code_challenge_method"})
    void a_mandatory_parameter_is_missing(String parameter) {
      Browser browser = open(request -> request.remove(parameter));
      assertReturned(browser, "invalid_request");
      assertThat(browser.parameters().get("error_description")).contains(parameter);
    }

    @ParameterizedTest
    @CsvSource({
      "code_challenge_method,plain",
      "code_challenge,curto",
      "nonce,''",
    })
    void a_mandatory_parameter_makes_no_sense(String parameter, String value) {
      assertReturned(open(request -> request.put(parameter, value)), "invalid_request");
    }

    @Test
    void the_response_type_is_not_code() {
      assertReturned(
          open(request -> request.put("response_type", "token")), "unsupported_response_type");
    }

    @Test
    void a_parameter_comes_twice() {
      String url = RUNNING.service().authorizeUrl() + "&nonce=outro";
      assertReturned(RUNNING.newBrowser().open(url), "invalid_request");
    }

    @Test
    void there_is_no_scope() {
      assertReturned(open(request -> request.remove("scope")), "invalid_scope");
    }

    @Test
    void a_scope_is_unknown_or_the_plus_between_scopes_was_encoded() {
      Browser browser = open(request -> request.put("scope", "openid+email"));
      assertReturned(browser, "invalid_scope");
      assertThat(browser.parameters())
          .containsEntry("error_description", "Invalid scope: [openid+email]");
    }

    @Test
    void the_client_is_not_provisioned_for_the_seals_in_the_id_token() {
      Browser browser =
          open(
              request -> {
                request.put("client_id", "sem-selos.orgao.exemplo.gov.br");
                request.put(
                    "redirect_uri",
                    "http://localhost:8180/realms/orgao/broker/govbr-sem-selos/endpoint");
              });
      assertThat(browser.address().toString())
          .isEqualTo(
              "http://localhost:8180/realms/orgao/broker/govbr-sem-selos/endpoint"
                  + "?error=invalid_scope"
                  + "&error_description=Invalid%20scope%3A%20%5Bgovbr_confiabilidades_idtoken%5D"
                  + "&state=estado-de-teste");
    }

    private void assertReturned(Browser browser, String error) {
      assertThat(browser.address().toString()).startsWith(RelyingParty.REDIRECT_URI + "?");
      assertThat(browser.parameters())
          .containsEntry("error", error)
          .containsEntry("state", RelyingParty.STATE)
          .doesNotContainKey("code");
    }
  }

  @Test
  void without_state_comes_back_with_an_error_and_no_state() {
    Browser browser = open(request -> request.remove("state"));
    assertThat(browser.parameters())
        .containsEntry("error", "invalid_request")
        .doesNotContainKey("state");
  }

  @Test
  void may_carry_parameters_gov_br_does_not_know() {
    Browser browser = open(request -> request.put("prompt", "unspecified"));
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void gets_back_a_hostile_state_without_harm() {
    String hostile = "a&code=roubado\r\nSet-Cookie: x=1 <script>ção";
    Browser browser = open(request -> request.put("state", hostile)).press("#cancel");
    assertThat(browser.parameters()).containsEntry("state", hostile).doesNotContainKey("code");
  }

  @Test
  void cannot_be_posted() {
    assertThat(
            RUNNING.service().send(RUNNING.service().form("/authorize", Map.of()).build()).status())
        .isEqualTo(405);
  }

  private static Browser open(Consumer<Map<String, String>> change) {
    Map<String, String> request = RelyingParty.authorizeParameters();
    change.accept(request);
    return RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
  }
}
