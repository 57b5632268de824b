package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The facade, of those who call it,")
class FacadeCallersIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final int MORE_THAN_A_MINUTES_WORTH = 2_000;

  private static FacadeRealm facade;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "chamadores-rest", "lOCALHOST");
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> account(String token) {
    return FacadeClient.get(token, facade.url(ALIAS, "/conta"));
  }

  @Test
  @DisplayName("counts who is not let in, too: soon they only hear that it is too much")
  void refusalsAreLimited() {
    String token = facade.tokenOf(FacadeRealm.onlyFor("foto"), new Person(ALIAS, "cin"));

    assertThat(FacadeProblem.of(account(token))).isEqualTo("403 urn:govbr:sem-permissao");
    assertThat(
            Stream.generate(() -> account(token).statusCode())
                .limit(MORE_THAN_A_MINUTES_WORTH)
                .anyMatch(status -> status == 429))
        .isTrue();
  }

  @Test
  @DisplayName("takes no token that is bound to a certificate from whoever does not show it")
  void boundTokensNeedTheirCertificate() {
    facade.realm().addApplication("amarrada", "roles");
    String ofApplication = facade.freshTokenOf("amarrada", ACCOUNTANT);
    assertThat(account(ofApplication).statusCode()).isEqualTo(200);
    facade.setOfApplication("amarrada", "tls.client.certificate.bound.access.tokens", "true");
    facade.realm().addApplication("com-cnf", "roles");
    addBinding("com-cnf");
    String bound = facade.freshTokenOf("com-cnf", ACCOUNTANT);
    assertThat(Jwt.claims(bound).at("/cnf/x5t#S256").asText()).isNotEmpty();

    assertThat(FacadeProblem.of(account(ofApplication))).isEqualTo("401 urn:govbr:nao-autenticado");
    assertThat(FacadeProblem.of(account(bound))).isEqualTo("401 urn:govbr:nao-autenticado");
  }

  @ParameterizedTest
  @CsvSource({
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, true",
    "00-00000000000000000000000000000000-b7ad6b7169203331-01, false",
    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-de-quem-chama, false"
  })
  @DisplayName("passes the trace of their request on to gov.br, if it is one")
  void passesTheTraceOn(String trace, boolean isPassedOn) {
    String token = facade.freshTokenOf(READER, ACCOUNTANT);
    SYSTEM.govBr().forgetCalls();

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(facade.url(ALIAS, "/foto")))
            .header("Authorization", "Bearer " + token)
            .header("traceparent", trace)
            .build();
    FacadeClient.send(request);

    JsonNode atGovBr = SYSTEM.govBr().calls();
    assertThat(atGovBr.findValuesAsText("caminho")).contains("/userinfo/picture");
    assertThat(atGovBr.findValuesAsText("nome").contains("traceparent")).isEqualTo(isPassedOn);
  }

  /** Puts the thumbprint of a certificate into an application's tokens (RFC 8705, section 3.1). */
  private static void addBinding(String clientId) {
    String id =
        facade.realm().admin().get("/clients?clientId=" + clientId).path(0).path("id").asText();
    facade
        .realm()
        .admin()
        .post(
            "/clients/" + id + "/protocol-mappers/models",
            Map.of(
                "name",
                "cnf",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-hardcoded-claim-mapper",
                "config",
                Map.of(
                    "claim.name",
                    "cnf",
                    "claim.value",
                    "{\"x5t#S256\": \"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}",
                    "jsonType.label",
                    "JSON",
                    "access.token.claim",
                    "true")));
  }
}
