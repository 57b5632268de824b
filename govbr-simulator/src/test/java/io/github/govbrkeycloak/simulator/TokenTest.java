package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The token endpoint")
class TokenTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;
  private String code;
  private Map<String, String> form;

  @BeforeEach
  void signSomebodyIn() {
    service = RUNNING.service();
    code = service.code("ouro-otp");
    form = RelyingParty.tokenParameters(code);
  }

  @Test
  void answers_what_gov_br_answers_and_no_refresh_token() {
    Answer answer = service.exchange(code);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    JsonNode body = answer.json();
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope", "id_token");
    assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(body.path("expires_in").numberValue()).isEqualTo(3599);
    assertThat(body.path("scope").isTextual()).isTrue();
    assertThat(List.of(body.path("scope").asText().split(" ")))
        .contains("openid", "govbr_confiabilidades_idtoken");
  }

  @Test
  void takes_the_secret_in_the_form() {
    form.put("client_id", RelyingParty.CLIENT_ID);
    form.put("client_secret", RelyingParty.SECRET);
    assertThat(service.send(service.form("/token", form).build()).status()).isEqualTo(200);
  }

  @Test
  void takes_everything_in_the_query_of_a_post_without_body() {
    Answer answer =
        service.send(
            service
                .request("/token?" + RelyingParty.encode(form))
                .header(
                    "Authorization",
                    RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET))
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void gives_no_id_token_for_plain_oauth() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "govbr_confiabilidades");
    JsonNode body = service.exchange(service.code("ouro-otp", request)).json();
    assertThat(body.has("access_token")).isTrue();
    assertThat(body.has("id_token")).isFalse();
  }

  @Nested
  @DisplayName("answers 401 Bad credentials to")
  class BadCredentials {

    @Test
    void a_wrong_secret_and_the_code_survives() {
      assertBadCredentials(service.token(form, RelyingParty.CLIENT_ID, "errado"));
      assertThat(service.exchange(code).status()).isEqualTo(200);
    }

    @Test
    void a_secret_with_a_blank_at_its_end() {
      assertBadCredentials(service.token(form, RelyingParty.CLIENT_ID, RelyingParty.SECRET + " "));
    }

    @Test
    void an_unknown_client() {
      assertBadCredentials(service.token(form, "desconhecido", RelyingParty.SECRET));
    }

    @Test
    void nobody() {
      assertBadCredentials(service.send(service.form("/token", form).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Basic c2VtLWRvaXMtcG9udG9z", "Bearer x", ""})
    void an_unreadable_header(String header) {
      assertBadCredentials(
          service.send(service.form("/token", form).header("Authorization", header).build()));
    }

    private void assertBadCredentials(Answer answer) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text())
          .isEqualTo("{\"error\":\"unauthorized\",\"error_description\":\"Bad credentials\"}");
    }
  }

  @Nested
  @DisplayName("answers 400 invalid_grant to")
  class InvalidGrant {

    @Test
    void a_code_used_before() {
      assertThat(service.exchange(code).status()).isEqualTo(200);
      assertInvalidGrant(service.exchange(code));
    }

    @Test
    void another_redirect_uri_and_the_code_is_gone() {
      form.put("redirect_uri", RelyingParty.REDIRECT_URI + "/");
      assertInvalidGrant(exchange(form));
      assertInvalidGrant(service.exchange(code));
    }

    @Test
    void no_redirect_uri() {
      form.remove("redirect_uri");
      assertInvalidGrant(exchange(form));
    }

    @Test
    void a_wrong_verifier() {
      form.put("code_verifier", RelyingParty.VERIFIER + "x");
      assertInvalidGrant(exchange(form));
    }

    @Test
    void no_verifier() {
      form.remove("code_verifier");
      assertInvalidGrant(exchange(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inventado", "a..b.c.d"})
    void a_code_that_was_never_issued(String invented) {
      assertInvalidGrant(service.exchange(invented));
    }

    @Test
    void no_code() {
      form.remove("code");
      assertInvalidGrant(exchange(form));
    }

    @Test
    void the_code_of_another_service() {
      assertInvalidGrant(
          service.token(form, "portal.orgao.exemplo.gov.br", "segredo-do-portal-na-demonstracao"));
      assertThat(service.exchange(code).status()).isEqualTo(200);
    }

    private void assertInvalidGrant(Answer answer) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    }
  }

  @Test
  void tells_a_client_that_asks_for_itself_which_scopes_it_has() {
    Answer answer = exchange(Map.of("grant_type", "client_credentials", "scope", "x"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_scope");
    assertThat(answer.json().path("error_description").asText())
        .contains("openid", "govbr_confiabilidades_idtoken");
  }

  @Test
  void knows_no_refresh_token() {
    Answer answer = exchange(Map.of("grant_type", "refresh_token", "refresh_token", "x"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("unsupported_grant_type");
  }

  @Test
  void wants_a_grant_type() {
    Answer answer = exchange(Map.of("code", code));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void reads_no_json() {
    Answer answer =
        service.send(
            service
                .request("/token")
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET))
                .POST(BodyPublishers.ofString("{\"grant_type\":\"authorization_code\"}"))
                .build());
    assertThat(answer.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void cannot_be_read_by_get() {
    assertThat(service.get("/token").status()).isEqualTo(405);
  }

  private Answer exchange(Map<String, String> parameters) {
    return service.token(parameters, RelyingParty.CLIENT_ID, RelyingParty.SECRET);
  }
}
