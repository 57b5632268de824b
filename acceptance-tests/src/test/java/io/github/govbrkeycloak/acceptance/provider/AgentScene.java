package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.Jwt;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A realm in which people may act for others, and somebody whom another person empowered, who signs
 * in there in their own name before each test, in a new browser.
 */
final class AgentScene
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  static final String PROVIDER = "procuracao";
  static final String STEP = "govbr-procuracao";
  static final String AGENT = "procurador";
  static final String GRANTOR = "representado";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  private static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  private final RunningSystem system;
  private final String name;
  private OwnRealm realm;
  private PasswordCredential credential;
  private PlainLogin login;
  private JsonNode claims;

  AgentScene(RunningSystem system, String realm) {
    this.system = system;
    this.name = realm;
  }

  @Override
  public void beforeAll(ExtensionContext tests) {
    realm = OwnRealm.create(system, name, Map.of());
    credential = PasswordCredential.of(system, realm, name, PROVIDER);
    realm.addProvider(PROVIDER, CLIENT_WITH_POWERS, credential.settings());
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    system.govBr().forgetEverybody();
    for (JsonNode account : realm.admin().get("/users?max=10")) {
      realm.admin().delete("/users/" + account.path("id").asText());
    }
    login = PlainLogin.into(system, realm).through(PROVIDER).as(AGENT);
    claims = login.claims();
    assertThat(claims.path("govbr").has(GRANTOR)).as("an ordinary login").isFalse();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    system.govBr().behaveNormally();
    realm.set("fatosGuardados", "");
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    credential.close();
    realm.close();
  }

  OwnRealm realm() {
    return realm;
  }

  PlainLogin login() {
    return login;
  }

  /** What the person's own login told the application. */
  JsonNode claims() {
    return claims;
  }

  /** A new tab of the person's browser. */
  StepVisit visit() {
    return StepVisit.after(realm, login);
  }

  /** The step, done to its end at gov.br. */
  StepVisit actFor(String grantor) {
    login.onBehalfOf(grantor);
    return visit().start(STEP).goOn().signInAtGovBrAs(AGENT);
  }

  /** What the application is told now. */
  JsonNode now() {
    return visit().start("no-such-step").govBr();
  }

  /** The CPF of whoever is represented. */
  static String represented(JsonNode govBr) {
    return govBr.path(GRANTOR).path("cpf").asText();
  }

  String cpf(String persona) {
    return system.govBr().persona(persona).cpf();
  }

  JsonNode idToken(StepVisit visit) {
    return Jwt.claims(visit.tokens().path("id_token").asText());
  }
}
