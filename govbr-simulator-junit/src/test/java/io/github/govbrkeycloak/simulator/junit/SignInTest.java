package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@GovBrSimulado
class SignInTest {

  @BeforeAll
  static void register(GovBrSimulator govbr) {
    govbr
        .clients()
        .register(
            Client.of("meu.orgao.exemplo.gov.br", "segredo-de-teste")
                .returningTo("http://localhost:9000/volta")
                .provisionedWith("openid", "profile"));
  }

  @Test
  void greets_people_by_name(GovBrSimulator govbr, @Cidadao("ouro-otp") Persona maria) {
    MyApplication app = new MyApplication(govbr.baseUrl());
    URI callback = new LoginSimulado(govbr).entrar(maria, app.startLogin());
    assertThat(app.finishLogin(callback)).isEqualTo("Olá, " + maria.nome() + "!");
  }

  @Test
  @Comporta(value = Behaviour.CONEXAO_REINICIADA, endpoint = "token")
  void survives_an_outage(GovBrSimulator govbr, @Cidadao("ouro-otp") Persona maria) {
    MyApplication app = new MyApplication(govbr.baseUrl());
    URI callback = new LoginSimulado(govbr).entrar(maria, app.startLogin());
    assertThat(app.finishLogin(callback)).contains("Tente de novo");
  }
}
