package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The certificate API")
class CertificadoTest {

  private static final String PATH = "/api/x509/info";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  @Test
  void finds_nothing_of_whoever_signed_in_another_way() {
    RelyingParty.Answer answer = RUNNING.service().get(PATH, token("ouro-otp", withScope()));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/errors/0/code").asText())
        .isEqualTo("CERTIFICATE_MUSTFOUNDARECORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"neoid", "safeid", "birdid", "serasa", "vidaas", "remoteid"})
  void tells_who_keeps_a_certificate_in_the_cloud(String provider) {
    Browser browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(withScope()));
    String cpf = RUNNING.govbr().persona("ouro-certificado").cpf();
    browser.press("#enter-account-id", Map.of("accountId", cpf));
    browser.press("button[value=x509_" + provider + "]").press("#authorize");
    String token =
        RUNNING.service().exchange(browser.parameters().get("code")).tokens().accessToken();
    assertThat(RUNNING.service().get(PATH, token).text())
        .isEqualTo(
            "{\"provider\":\""
                + provider
                + "\",\"amr\":[\"x509\",\"x509_"
                + provider
                + "\"],\"certificate\":\"José Certificado Peçanha\",\"type\":\"cloud\"}");
  }

  @Test
  void demands_its_scope() {
    RelyingParty.Answer answer =
        RUNNING.service().get(PATH, token("ouro-certificado", RelyingParty.authorizeParameters()));
    assertThat(answer.json().at("/errors/0/code").asText())
        .isEqualTo("ACCESSTOKEN_SCOPE_MUSTCONTAINSEXPECTEDSCOPE");
  }

  @Test
  void demands_a_token() {
    assertThat(RUNNING.service().get(PATH).status()).isEqualTo(401);
    assertThat(RUNNING.service().get(PATH, "a.b.c").status()).isEqualTo(401);
  }

  private static Map<String, String> withScope() {
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("scope", "openid govbr_recupera_certificadox509");
    return request;
  }

  private static String token(String persona, Map<String, String> request) {
    return RUNNING.service().tokens(persona, request).accessToken();
  }
}
