package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.directory.OpenLdap;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@CompleteSystem
@DisplayName("Somebody of a directory with a thousand people")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExistingUsersIT {

  private static final int NOBODY = 5000;
  private static final String EMAIL_OWNER = "prata-banco";

  @TempDir static Path home;
  private static RunningSystem system;
  private static OpenLdap directory;
  private static DirectoryRealm realm;

  @BeforeAll
  static void open() {
    OpenLdap.requireInstalled();
    system = RunningSystem.get();
    directory =
        OpenLdap.start(home, DirectoryPeople.with(system.govBr().persona(EMAIL_OWNER).email()));
    realm = DirectoryRealm.create(system, "diretorio", directory);
  }

  @AfterAll
  static void leaveNothingBehind() {
    if (realm != null) {
      realm.close();
    }
    if (directory != null) {
      directory.close();
    }
  }

  @BeforeEach
  void asTheGuideLeavesIt() {
    realm.admitOnlyExisting(false);
    realm.allowSharedEmails(true);
  }

  private static PlainLogin login() {
    return PlainLogin.into(system, realm.realm());
  }

  private static KeycloakAdmin admin() {
    return realm.realm().admin();
  }

  private static String refusal(PlainLogin login) {
    return realm.refusal(login);
  }

  private static JsonNode links(JsonNode user) {
    return admin().get("/users/" + user.path("id").asText() + "/federated-identity");
  }

  @ParameterizedTest
  @EnumSource
  void gets_their_own_account_however_the_cpf_is_written(DirectoryPeople.Form form) {
    int number = DirectoryPeople.numberFrom(100, form);

    JsonNode first = login().asOwnerOf(DirectoryPeople.cpf(number)).claims();

    JsonNode user = realm.user(DirectoryPeople.uid(number));
    assertThat(first.path("sub").asText()).isEqualTo(user.path("id").asText());
    assertThat(user.path("lastName").asText())
        .as("the directory's name stays")
        .contains("servidor");
    assertThat(user.path("email").asText()).endsWith("@orgao.example");
    assertThat(links(user)).hasSize(1);
    assertThat(first.path("name").asText()).as("the token has gov.br's").doesNotContain("servidor");

    JsonNode second = login().asOwnerOf(DirectoryPeople.cpf(number)).claims();
    assertThat(second.path("sub")).isEqualTo(first.path("sub"));
    assertThat(links(user)).hasSize(1);
  }

  @Test
  void gets_a_new_account_when_nobody_has_the_cpf() {
    JsonNode claims = login().asOwnerOf(DirectoryPeople.cpf(NOBODY)).claims();
    assertThat(Account.of(admin(), claims).username()).startsWith("govbr-");
  }

  @Test
  void is_refused_without_an_account_when_only_those_who_have_one_may_enter() {
    realm.admitOnlyExisting(true);
    int before = realm.accounts();

    PlainLogin login = login().asOwnerOf(DirectoryPeople.cpf(NOBODY + 1));

    assertThat(refusal(login)).isEqualTo("GOVBR-561");
    assertThat(login.page().status()).isEqualTo(403);
    assertThat(login.page().body()).contains(DirectoryRealm.CONTACT);
    assertThat(realm.accounts()).isEqualTo(before);
  }

  @Test
  void who_was_refused_may_come_back_as_somebody_else() {
    realm.admitOnlyExisting(true);
    PlainLogin login = login().asOwnerOf(DirectoryPeople.cpf(NOBODY + 2));
    assertThat(refusal(login)).isEqualTo("GOVBR-561");

    system.govBr().forgetEverybody();
    JsonNode claims = login.againAs(DirectoryPeople.cpf(120)).claims();

    assertThat(Account.of(admin(), claims).username()).isEqualTo(DirectoryPeople.uid(120));
  }

  @Test
  void is_refused_when_two_have_the_cpf() {
    PlainLogin login = login().asOwnerOf(DirectoryPeople.cpf(900));

    assertThat(refusal(login)).isEqualTo("GOVBR-562");
    assertThat(login.page().body()).contains(DirectoryRealm.CONTACT);
    assertThat(links(realm.user("dois-a"))).isEmpty();
    assertThat(links(realm.user("dois-b"))).isEmpty();
  }

  @Test
  void never_gets_the_account_that_only_has_their_email() {
    JsonNode owner = realm.user("mesmo-email");
    realm.allowSharedEmails(false);
    assertThat(refusal(login().as(EMAIL_OWNER))).isEqualTo("GOVBR-564");

    realm.allowSharedEmails(true);
    JsonNode claims = login().as(EMAIL_OWNER).claims();

    assertThat(claims.path("sub").asText()).isNotEqualTo(owner.path("id").asText());
    assertThat(links(owner)).isEmpty();
  }

  @Test
  void does_not_enter_a_disabled_account() {
    JsonNode user = realm.user(DirectoryPeople.uid(130));
    ObjectNode disabled = user.deepCopy();
    admin().put("/users/" + user.path("id").asText(), disabled.put("enabled", false));

    PlainLogin login = login().asOwnerOf(DirectoryPeople.cpf(130));

    assertThat(login.isReached()).isFalse();
    assertThat(login.page().body()).contains("Esta conta está bloqueada");
    assertThat(links(user)).isEmpty();
  }

  @Test
  void does_not_get_an_account_that_is_somebody_elses_at_gov_br() {
    JsonNode user = realm.user(DirectoryPeople.uid(140));
    String path = "/users/" + user.path("id").asText() + "/federated-identity/govbr";
    admin()
        .post(
            path, Map.of("userId", DirectoryPeople.cpf(NOBODY + 3).digits(), "userName", "outra"));

    assertThat(refusal(login().asOwnerOf(DirectoryPeople.cpf(140)))).isEqualTo("GOVBR-563");
    assertThat(links(user).path(0).path("userName").asText()).isEqualTo("outra");
  }

  @Test
  void gets_no_account_whose_owner_may_have_written_the_cpf_alone() {
    Cpf victim = DirectoryPeople.cpf(NOBODY + 4);
    JsonNode profile = admin().get("/users/profile");
    setUnmanagedAttributes("ENABLED");
    admin()
        .post(
            "/users",
            Map.of(
                "username",
                "local",
                "enabled",
                true,
                "attributes",
                Map.of("cpf", List.of(victim.formatted()))));
    try {
      assertThat(refusal(login().asOwnerOf(victim))).isEqualTo("GOVBR-566");
      assertThat(links(realm.user("local"))).isEmpty();

      setUnmanagedAttributes("ADMIN_EDIT");
      JsonNode claims = login().asOwnerOf(victim).claims();
      assertThat(Account.of(admin(), claims).username()).isEqualTo("local");
    } finally {
      admin().put("/users/profile", profile);
    }
  }

  private static void setUnmanagedAttributes(String policy) {
    ObjectNode profile = admin().get("/users/profile").deepCopy();
    admin().put("/users/profile", profile.put("unmanagedAttributePolicy", policy));
  }

  @Test
  void gets_no_second_account_while_the_directory_is_down() {
    int before = realm.accounts();
    directory.close();
    PlainLogin refused;
    try {
      refused = login().asOwnerOf(DirectoryPeople.cpf(150));
    } finally {
      directory.start();
    }
    assertThat(refusal(refused)).isEqualTo("GOVBR-565");
    assertThat(refused.page().status()).isEqualTo(503);
    assertThat(realm.accounts()).isEqualTo(before);

    JsonNode claims = refused.again().claims();
    assertThat(Account.of(admin(), claims).username()).isEqualTo(DirectoryPeople.uid(150));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void is_in_no_log_and_no_event_by_cpf() throws IOException {
    String events = admin().get("/events?max=1000").toString();
    assertThat(events).contains("GOVBR-56");
    List<String> numbers =
        IntStream.concat(IntStream.range(100, 151), IntStream.range(NOBODY, NOBODY + 5))
            .mapToObj(DirectoryPeople::cpf)
            .flatMap(cpf -> List.of(cpf.digits(), cpf.formatted(), shortened(cpf)).stream())
            .toList();
    for (Path log : system.logs()) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      assertThat(numbers.stream().anyMatch(text::contains)).as(log.toString()).isFalse();
    }
    assertThat(numbers.stream().anyMatch(events::contains)).isFalse();
  }

  private static String shortened(Cpf cpf) {
    return cpf.digits().replaceFirst("^0+", "");
  }
}
