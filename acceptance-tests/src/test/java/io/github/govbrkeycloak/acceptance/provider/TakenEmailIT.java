package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("Somebody whose e-mail at gov.br is that of another account")
class TakenEmailIT {

  private static final String PERSON = "prata-banco";
  private static final String EARLIER = "de-antes@orgao.example";

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void open() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, "email-de-outra", Map.of());
    admin().put("", Map.of("duplicateEmailsAllowed", false));
  }

  @AfterAll
  static void leaveNothingBehind() {
    realm.close();
  }

  @BeforeEach
  void beginAnew() {
    system.govBr().forgetEverybody();
    admin().get("/users?max=10").forEach(user -> admin().delete(pathOf(user)));
  }

  private static KeycloakAdmin admin() {
    return realm.admin();
  }

  private static String pathOf(JsonNode user) {
    return "/users/" + user.path("id").asText();
  }

  private static JsonNode login() {
    system.govBr().forgetEverybody();
    return PlainLogin.into(system, realm).as(PERSON).claims();
  }

  private static String govBrsEmail() {
    return system.govBr().persona(PERSON).email();
  }

  private static JsonNode userOf(JsonNode claims) {
    return admin().get("/users/" + claims.path("sub").asText());
  }

  /** The account gets another e-mail, and somebody else gets that of gov.br. */
  private static JsonNode giveEmailToAnother(JsonNode claims) {
    ObjectNode user = userOf(claims).deepCopy();
    admin().put(pathOf(user), user.put("email", EARLIER));
    admin().post("/users", Map.of("username", "outra", "email", govBrsEmail(), "enabled", true));
    return another();
  }

  private static JsonNode another() {
    return admin().get("/users?exact=true&username=outra").path(0);
  }

  @Test
  void signs_in_and_keeps_the_accounts_own() {
    JsonNode first = login();
    assertThat(userOf(first).path("email").asText()).isEqualTo(govBrsEmail());
    JsonNode another = giveEmailToAnother(first);
    LogSince log = LogSince.now(system);

    JsonNode second = login();

    assertThat(second.path("sub")).isEqualTo(first.path("sub"));
    assertThat(second.path("email").asText()).as("the token has gov.br's").isEqualTo(govBrsEmail());
    assertThat(userOf(second).path("email").asText()).isEqualTo(EARLIER);
    assertThat(another()).isEqualTo(another);
    log.awaitText("GOVBR-554");
    assertThat(log.has(govBrsEmail())).as("the e-mail is in a log").isFalse();
  }

  @Test
  void gets_it_at_the_first_login_after_the_other_account_has_given_it_up() {
    JsonNode another = giveEmailToAnother(login());
    assertThat(userOf(login()).path("email").asText()).isEqualTo(EARLIER);

    admin().delete(pathOf(another));

    assertThat(userOf(login()).path("email").asText()).isEqualTo(govBrsEmail());
  }
}
