package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.RelyingParty.Tokens;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Nothing personal or secret")
class PrivacyTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Handler listener = new ListeningHandler();
  private Level formerLevel;

  @BeforeEach
  void listenToAllLogs() {
    Logger root = Logger.getLogger("");
    formerLevel = root.getLevel();
    root.addHandler(listener);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void stopListening() {
    Logger.getLogger("").removeHandler(listener);
    Logger.getLogger("").setLevel(formerLevel);
  }

  @Test
  void reaches_the_call_log_or_any_log_line_whatever_goes_wrong() {
    RelyingParty service = RUNNING.service();
    Persona maria = RUNNING.govbr().persona("ouro-otp");
    String code = service.code("ouro-otp");
    Tokens tokens = service.exchange(code).tokens();
    service.exchange(code);
    for (String path :
        List.of(
            "/userinfo",
            "/confiabilidades/v3/contas/" + maria.cpf() + "/niveis",
            "/confiabilidades/v3/contas/" + maria.cpf() + "/inventado",
            "/confiabilidades/v9/contas/" + maria.cpf(),
            "/empresas/v2/empresas?filtrar-por-participante=" + maria.cpf(),
            "/empresas/v2/empresas/12ABC34501DE35/participantes/" + maria.cpf(),
            "/" + maria.cpf() + "%zz",
            "/authorize?client_id=" + maria.cpf() + "&login_hint=" + maria.cpf())) {
      RUNNING.service().get(path.replace("%zz", ""), tokens.accessToken());
    }
    service.token(
        RelyingParty.tokenParameters(code), maria.cpf(), RelyingParty.SECRET + maria.cpf());

    String calls = RUNNING.govbr().calls().entries().toString();
    String everything = calls + String.join("\n", lines);
    assertThat(RUNNING.govbr().calls().entries()).hasSizeGreaterThan(10);
    assertThat(everything)
        .doesNotContain(maria.cpf(), "987.654.321-00", maria.senha(), maria.nome())
        .doesNotContain(code, tokens.accessToken(), tokens.idToken(), RelyingParty.SECRET)
        .doesNotContain(RelyingParty.NONCE, RelyingParty.VERIFIER, RelyingParty.STATE);
    assertThat(calls).contains("/confiabilidades/v3/contas/{cpf}/niveis");
  }

  @ParameterizedTest
  @CsvSource({
    "/callback/AbCdEfGhIjSegredo/maria-da-silva, /*/*/*",
    "/token/AbCdEfGhIjSegredo, /token/*",
    "/AbCdEfGhIjSegredo//jwk, /*//jwk",
    "/.well-known/jwks.json, /.well-known/jwks.json",
    "/protocol/openid-connect/auth, /protocol/openid-connect/auth",
    "/confiabilidades/v3/contas/AbCdEfGhIjSegredo/inventado, /confiabilidades/v3/contas/*/*",
  })
  void stays_of_an_address_that_nobody_knows(String path, String kept) {
    RUNNING.service().get(path);
    JsonNode call = new Journal(RUNNING).last(null);
    assertThat(call.get("caminho").asText()).isEqualTo(kept);
    assertThat(call.toString()).doesNotContain("AbCdEfGhIjSegredo", "maria", "inventado");
  }

  @Test
  void is_printed_by_the_values_that_carry_it() {
    Persona maria = RUNNING.govbr().persona("ouro-otp");
    assertThat(maria).hasToString("Persona[ouro-otp]");
    assertThat(Client.of("meu", RelyingParty.SECRET)).hasToString("Client[meu]");
  }

  private final class ListeningHandler extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      lines.add(formatter.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
