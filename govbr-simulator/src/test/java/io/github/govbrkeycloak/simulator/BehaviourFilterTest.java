package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A behaviour acts only")
class BehaviourFilterTest {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private RelyingParty service;

  @BeforeEach
  void takeTheService() {
    service = RUNNING.service();
  }

  @Test
  void at_its_endpoint() {
    on(Behaviour.STATUS, Activation.always().at("jwk"));
    assertThat(service.get("/jwk").status()).isEqualTo(503);
    assertThat(service.get(DISCOVERY).status()).isEqualTo(200);
  }

  @Test
  void as_often_as_it_was_told() {
    on(Behaviour.STATUS, Activation.always().times(2));
    assertThat(service.get("/jwk").status()).isEqualTo(503);
    assertThat(service.get("/jwk").status()).isEqualTo(503);
    assertThat(service.get("/jwk").status()).isEqualTo(200);
    assertThat(RUNNING.govbr().behaviours().of(Behaviour.STATUS)).isEmpty();
  }

  @Test
  void for_its_client_by_the_secret_it_sends() {
    on(Behaviour.STATUS, Activation.always().at("token").forClient("portal.orgao.exemplo.gov.br"));
    assertThat(service.exchange("x").status()).isEqualTo(400);
    assertThat(
            service
                .token(RelyingParty.tokenParameters("x"), "portal.orgao.exemplo.gov.br", "y")
                .status())
        .isEqualTo(503);
  }

  @Test
  void for_its_client_by_the_form_it_sends() {
    on(Behaviour.STATUS, Activation.always().at("token").forClient(RelyingParty.CLIENT_ID));
    var form = RelyingParty.tokenParameters("x");
    assertThat(service.send(service.form("/token", form).build()).status()).isEqualTo(401);
    form.put("client_id", RelyingParty.CLIENT_ID);
    assertThat(service.send(service.form("/token", form).build()).status()).isEqualTo(503);
  }

  @Test
  void for_its_persona_by_the_code() {
    on(Behaviour.STATUS, Activation.always().at("token").forPersona("cin"));
    assertThat(service.exchange(service.code("ouro-otp")).status()).isEqualTo(200);
    assertThat(service.exchange(service.code("cin")).status()).isEqualTo(503);
  }

  @Test
  void for_its_persona_by_the_access_token() {
    String ouro = service.tokens("ouro-otp").accessToken();
    String cin = service.tokens("cin").accessToken();
    on(Behaviour.STATUS, Activation.always().at("userinfo").forPersona("cin"));
    assertThat(service.get("/userinfo", ouro).status()).isEqualTo(200);
    assertThat(service.get("/userinfo", cin).status()).isEqualTo(503);
  }

  @Test
  void for_its_persona_in_the_id_token() {
    on(Behaviour.SEM_NONCE, Activation.always().forPersona("cin"));
    assertThat(service.tokens("ouro-otp").idClaims().has("nonce")).isTrue();
    assertThat(service.tokens("cin").idClaims().has("nonce")).isFalse();
  }

  @Test
  void on_gov_br_and_never_on_the_control_addresses() {
    on(Behaviour.STATUS, Activation.always());
    assertThat(service.get("/simulador/saude").status()).isEqualTo(200);
    assertThat(service.get("/govbr-ds/govbr.css").status()).isEqualTo(200);
    assertThat(service.get("/login").status()).isEqualTo(503);
  }

  private static void on(Behaviour behaviour, Activation activation) {
    RUNNING.govbr().behaviours().activate(behaviour, activation);
  }
}
