package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;

/** A realm that can ask for passwords again, and somebody who signed in there. */
final class PasswordScene implements AutoCloseable {

  static final String STEP = "govbr-senha";
  static final String CLAIM = "senha_revalidada_em";
  static final String PERSON = "ouro-otp";

  private final RunningSystem system;
  private final String name;
  private final OwnRealm realm;
  private PasswordCredential credential;
  private PlainLogin login;
  private JsonNode claims;

  private PasswordScene(RunningSystem system, String name) {
    this.system = system;
    this.name = name;
    this.realm = OwnRealm.create(system, name, Map.of());
    this.credential = PasswordCredential.of(system, realm, name);
  }

  static PasswordScene in(RunningSystem system, String realm) {
    return new PasswordScene(system, realm);
  }

  /** The person signs in, in a new browser. */
  void signIn() {
    system.govBr().forgetEverybody();
    login = PlainLogin.into(system, realm).as(PERSON);
    claims = login.claims();
    assertThat(claims.path("govbr").has(CLAIM)).as("a login confirms nothing").isFalse();
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

  @Override
  public void close() {
    credential.close();
    realm.close();
  }
}
