package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("With the same data and the same time, two simulators")
class SameInEveryRunTest {

  private static final Instant NOON = Instant.parse("2026-11-24T15:04:05.006Z");

  @RegisterExtension static final RunningSimulator FIRST = new RunningSimulator();

  /** Asks for what is the default anyway, so that it is not the first one's process. */
  @RegisterExtension
  static final RunningSimulator SECOND = new RunningSimulator(Choice.PKCE_REQUIRED);

  @BeforeEach
  void stop_the_clocks() {
    FIRST.govbr().clock().stopAt(NOON);
    SECOND.govbr().clock().stopAt(NOON);
  }

  @Test
  void tell_the_same_of_everybody() {
    assertThat(told(FIRST)).isEqualTo(told(SECOND));
  }

  @Test
  void make_the_same_of_what_people_do() {
    assertThat(done(FIRST)).isEqualTo(done(SECOND));
  }

  @Test
  void sign_the_same_claims_but_for_the_tokens_own_number() {
    assertThat(claims(FIRST)).isEqualTo(claims(SECOND));
  }

  private static Map<String, String> told(RunningSimulator running) {
    RelyingParty service = running.service();
    Map<String, String> told = new LinkedHashMap<>();
    told.put("personas", service.get("/simulador/personas").text());
    told.put("keys", service.get("/jwk").text());
    AgentLogin agent = AgentLogin.of(running, "procurador");
    String agentToken = agent.token("representado");
    for (String path :
        new String[] {"/procuracoes/v2/procuracoes", "/procuracoes/v1/procuracoes"}) {
      told.put(path, service.get(path, agentToken).text());
    }
    String contador = service.tokens("contador").accessToken();
    for (String path :
        new String[] {
          "/empresas/v2/empresas?filtrar-por-participante=24681357928",
          "/confiabilidades/v3/contas/24681357928/confiabilidades",
          "/confiabilidades/v2/contas/24681357928/categorias",
        }) {
      told.put(path, service.get(path, contador).text());
    }
    told.put("photo", Base64.getEncoder().encodeToString(photo(service, contador)));
    EveryEndpointCall calls = new EveryEndpointCall(running);
    told.put(
        "register",
        service.send(calls.to("cpf-light", "/conecta/api-cpf-light/v2/consulta/{tipo}")).text());
    return told;
  }

  private static byte[] photo(RelyingParty service, String token) {
    return service.get("/userinfo/picture", token).bytes();
  }

  private static String done(RunningSimulator running) {
    Browser browser = running.newBrowser().open(running.govbr().baseUrl() + "/procuracao");
    browser.press("button[data-persona=ouro-otp]").follow("#nova");
    browser.press(
        "#review",
        Map.of("agent", "52998224725", "service", RelyingParty.CLIENT_ID, "until", "2030-01-31"));
    browser.press("#grant");
    browser.open(running.govbr().baseUrl() + "/catalogo").press("button[value=901]");
    browser.press("#succeed");
    DeskCall.put(running.service(), "52998224725");
    return running.service().get("/simulador/estado").text();
  }

  private static JsonNode claims(RunningSimulator running) {
    Browser browser = running.newBrowser().open(running.service().authorizeUrl());
    browser.press("#enter-account-id", Map.of("accountId", "52998224725"));
    browser.press("#submit-button", Map.of("password", "Senha-inventada-1")).press("#authorize");
    JsonNode claims =
        running.service().exchange(browser.parameters().get("code")).tokens().idClaims();
    ((ObjectNode) claims).remove(java.util.List.of("jti", "iss", "picture", "profile"));
    return claims;
  }
}
