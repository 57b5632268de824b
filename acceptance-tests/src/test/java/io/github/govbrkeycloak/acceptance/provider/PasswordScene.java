package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A realm that can ask for passwords again, and somebody who signs in there before each test, in a
 * new browser.
 */
final class PasswordScene
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  static final String STEP = "govbr-senha";
  static final String CLAIM = "senha_revalidada_em";
  static final String PERSON = "ouro-otp";

  private final RunningSystem system;
  private final String name;
  private OwnRealm realm;
  private PasswordCredential credential;
  private PlainLogin login;
  private JsonNode claims;

  PasswordScene(RunningSystem system, String realm) {
    this.system = system;
    this.name = realm;
  }

  @Override
  public void beforeAll(ExtensionContext tests) {
    realm = OwnRealm.create(system, name, Map.of());
    credential = PasswordCredential.of(system, realm, name);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    system.govBr().forgetEverybody();
    login = PlainLogin.into(system, realm).as(PERSON);
    claims = login.claims();
    assertThat(claims.path("govbr").has(CLAIM)).as("a login confirms nothing").isFalse();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    system.govBr().behaveNormally();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    credential.close();
    realm.close();
  }

  /** A new tab of the person's browser. */
  StepVisit visit() {
    return StepVisit.after(realm, login);
  }

  /** The step, at gov.br already. */
  StepVisit atGovBr() {
    return visit().start(STEP).goOn();
  }

  String password() {
    return system.govBr().persona(PERSON).senha();
  }

  OwnRealm realm() {
    return realm;
  }

  PlainLogin login() {
    return login;
  }

  /** What the person's login told the application. */
  JsonNode claims() {
    return claims;
  }

  PasswordCredential credential() {
    return credential;
  }

  /** Takes the credential out of the settings while something is done. */
  void withoutCredential(Runnable done) {
    realm.set(Map.of("clienteRevalidacao", "", "segredoRevalidacao", ""));
    try {
      done.run();
    } finally {
      credential.close();
      credential = PasswordCredential.of(system, realm, name);
    }
  }

  void assertNotConfirmed() {
    assertThat(visit().start("no-such-step").govBr().has(CLAIM)).as("the claim").isFalse();
  }
}
