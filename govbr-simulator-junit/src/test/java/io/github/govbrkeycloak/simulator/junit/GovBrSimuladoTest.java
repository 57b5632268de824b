package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@GovBrSimulado(ajustes = {"pkce=opcional", "validade-do-id-token=600"})
@DisplayName("A test with a simulated gov.br")
class GovBrSimuladoTest {

  private static final AtomicReference<GovBrSimulator> STARTED = new AtomicReference<>();

  @BeforeAll
  static void register(GovBrSimulator govbr) {
    STARTED.set(govbr);
    govbr
        .clients()
        .register(
            Client.of("meu.orgao.exemplo.gov.br", "segredo-de-teste")
                .returningTo("http://localhost:1/volta")
                .provisionedWith("openid", "profile"));
  }

  @Test
  void gets_the_same_simulator_as_the_whole_class(GovBrSimulator govbr) {
    assertThat(govbr).isSameAs(STARTED.get());
  }

  @Test
  void gets_a_citizen_by_name(@Cidadao("ouro-otp") Persona maria) {
    assertThat(maria.nivel()).isEqualTo("ouro");
  }

  @Test
  void signs_a_citizen_in_without_a_browser(
      GovBrSimulator govbr, @Cidadao("prata-banco") Persona joao) {
    URI back = new LoginSimulado(govbr).entrar(joao, authorize(govbr));
    assertThat(back.toString()).startsWith("http://localhost:1/volta?code=").contains("state=s");
  }

  @Test
  @Comporta(value = Behaviour.STATUS, endpoint = "jwk", parametros = "status=502")
  @Comporta(value = Behaviour.STATUS, endpoint = "token", vezes = 1)
  void may_make_it_fail_by_annotation(GovBrSimulator govbr) throws Exception {
    assertThat(status(govbr, "/jwk")).isEqualTo(502);
    assertThat(status(govbr, "/jwk")).isEqualTo(502);
    assertThat(status(govbr, "/token")).isEqualTo(503);
    assertThat(status(govbr, "/token")).isNotEqualTo(503);
  }

  @Test
  void may_make_it_fail_in_the_middle(GovBrSimulator govbr, Comportamentos gov) throws Exception {
    assertThat(status(govbr, "/jwk")).isEqualTo(200);
    gov.ligar(Behaviour.STATUS, Activation.always().at("jwk"));
    assertThat(status(govbr, "/jwk")).isEqualTo(503);
    gov.voltarAoNormal();
    assertThat(status(govbr, "/jwk")).isEqualTo(200);
    gov.ligar(Behaviour.STATUS);
  }

  /** Many of them, beside the failing tests above: whoever does not fail is never disturbed. */
  @RepeatedTest(20)
  void that_makes_nothing_fail_sees_nothing_fail(GovBrSimulator govbr) throws Exception {
    assertThat(status(govbr, "/jwk")).isEqualTo(200);
    assertThat(govbr.behaviours().anyActive()).isFalse();
  }

  @Nested
  class In_a_nested_class {

    @Test
    void it_is_still_the_same_simulator(GovBrSimulator govbr) {
      assertThat(govbr).isSameAs(STARTED.get());
    }
  }

  private static URI authorize(GovBrSimulator govbr) {
    return URI.create(
        govbr.baseUrl()
            + "/authorize?response_type=code&client_id=meu.orgao.exemplo.gov.br"
            + "&scope=openid+profile&redirect_uri=http://localhost:1/volta&state=s&nonce=n");
  }

  private static int status(GovBrSimulator govbr, String path)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(govbr.baseUrl() + path)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
