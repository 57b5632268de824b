package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("With a setting of Keycloak's that is not the guide's,")
class RealmSettingsIT {

  private static final String PERSON = "prata-banco";

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void open() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, "outras-opcoes", Map.of());
  }

  @AfterAll
  static void leaveNothingBehind() {
    realm.close();
  }

  @BeforeEach
  void beginAnew() {
    system.govBr().forgetEverybody();
    users().forEach(user -> realm.admin().delete("/users/" + user.path("id").asText()));
  }

  @AfterEach
  void asTheGuideHasIt() {
    realm.set(Map.of("filteredByClaim", "false"));
    realm
        .admin()
        .put("", Map.of("registrationEmailAsUsername", false, "duplicateEmailsAllowed", true));
  }

  private static JsonNode users() {
    return realm.admin().get("/users?max=10");
  }

  private static PlainLogin login(String persona) {
    system.govBr().forgetEverybody();
    return PlainLogin.into(system, realm).as(persona);
  }

  private static void demand(String claim, String values) {
    realm.set(
        Map.of("filteredByClaim", "true", "claimFilterName", claim, "claimFilterValue", values));
  }

  @Test
  void whoever_has_the_essential_claim_enters_and_nobody_elses_value_is_logged() {
    String email = system.govBr().persona(PERSON).email();
    demand("email", ".*@outro\\.example");
    LogSince log = LogSince.now(system);

    PlainLogin refused = login(PERSON);

    assertThat(PlainLogin.refusal(refused.page())).isEqualTo("GOVBR-575");
    assertThat(refused.page().status()).isEqualTo(403);
    assertThat(users()).isEmpty();
    log.awaitText("GOVBR-575");
    assertThat(log.has(email)).as("the e-mail is in a log").isFalse();

    demand("email", ".*@cidadao\\.example");
    assertThat(refused.again().isReached()).isTrue();
  }

  @Test
  void e_mail_as_user_name_names_the_account_so_and_whoever_has_none_cannot_enter() {
    realm
        .admin()
        .put("", Map.of("registrationEmailAsUsername", true, "duplicateEmailsAllowed", false));

    JsonNode first = login(PERSON).claims();
    assertThat(Account.of(realm.admin(), first).username())
        .isEqualTo(system.govBr().persona(PERSON).email());
    assertThat(login(PERSON).claims().path("sub")).isEqualTo(first.path("sub"));

    PlainLogin withoutEmail = login("sem-email");
    assertThat(withoutEmail.isReached()).isFalse();
    assertThat(withoutEmail.page().status()).as("Keycloak's own page").isEqualTo(400);
    assertThat(users()).hasSize(1);
  }
}
