package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.directory.OpenLdap;
import io.github.govbrkeycloak.acceptance.directory.OpenLdap.Person;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.model.Cpf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("The matching by CPF")
class MatchingRulesIT {

  private static final String EMAIL_OWNER = "prata-banco";
  private static final String READ_FROM_LDAP = "always.read.value.from.ldap";
  private static final String EDIT_MODE = "editMode";

  /** Whose name in the directory is the CPF. */
  private static final Cpf NAMED = DirectoryPeople.cpf(6999);

  /** From here on nobody of the directory has the CPF. */
  private static int nobody = 7000;

  @TempDir static Path home;
  private static RunningSystem system;
  private static OpenLdap directory;
  private static DirectoryRealm realm;
  private static JsonNode profile;

  @BeforeAll
  static void open() {
    OpenLdap.requireInstalled();
    system = RunningSystem.get();
    List<Person> people = DirectoryPeople.with(system.govBr().persona(EMAIL_OWNER).email());
    people.add(new Person(NAMED.digits(), "nome-cpf@orgao.example", List.of()));
    directory = OpenLdap.start(home, people);
    realm = DirectoryRealm.create(system, "regras-do-cpf", directory);
    profile = admin().get("/users/profile");
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
  void forgetWhoSignedIn() {
    system.govBr().forgetEverybody();
  }

  @AfterEach
  void asTheGuideLeavesIt() {
    realm.setMatcher("atributos", "cpf##numeroFiscal");
    realm.setMatcher("ambienteDeTestes", "true");
    realm.setDirectory(EDIT_MODE, "READ_ONLY");
    realm.setMapper("cpf", READ_FROM_LDAP, "true");
    realm.allowSharedEmails(true);
    admin().put("/users/profile", profile);
  }

  private static KeycloakAdmin admin() {
    return realm.realm().admin();
  }

  private static PlainLogin login(Cpf cpf) {
    return PlainLogin.into(system, realm.realm()).asOwnerOf(cpf);
  }

  private static String enteredAs(PlainLogin login) {
    return Account.of(admin(), login.claims()).username();
  }

  private static String refusal(PlainLogin login) {
    return realm.refusal(login);
  }

  /** How many accounts logins have made. */
  private static int newAccounts() {
    return admin().get("/users?max=100&username=govbr-").size();
  }

  private static Cpf nobodysCpf() {
    return DirectoryPeople.cpf(nobody++);
  }

  private static JsonNode links(JsonNode user) {
    return admin().get("/users/" + user.path("id").asText() + "/federated-identity");
  }

  private static void letAdministratorsWriteAttributes() {
    ObjectNode open = profile.deepCopy();
    admin().put("/users/profile", open.put("unmanagedAttributePolicy", "ADMIN_EDIT"));
  }

  @Test
  void gives_no_account_to_people_of_a_gov_br_for_tests_until_it_is_told_to() {
    JsonNode user = realm.user(DirectoryPeople.uid(200));
    realm.setMatcher("ambienteDeTestes", "");

    PlainLogin refused = login(DirectoryPeople.cpf(200));

    assertThat(refusal(refused)).isEqualTo("GOVBR-574");
    assertThat(refused.page().status()).isEqualTo(403);
    assertThat(refused.page().body()).contains(DirectoryRealm.CONTACT);
    assertThat(links(user)).isEmpty();
  }

  @ParameterizedTest(name = "the value always read from the directory: {0}")
  @ValueSource(booleans = {true, false})
  void sees_a_cpf_that_the_directory_has_got_just_now(boolean alwaysRead) {
    realm.setMapper("cpf", READ_FROM_LDAP, Boolean.toString(alwaysRead));
    String uid = DirectoryPeople.uid(alwaysRead ? 204 : 208);
    assertThat(realm.user(uid).path("username").asText()).isEqualTo(uid);
    Cpf corrected = nobodysCpf();
    directory.change(uid, DirectoryPeople.USUAL, corrected.formatted());

    assertThat(enteredAs(login(corrected))).isEqualTo(uid);
  }

  @ParameterizedTest(name = "the value always read from the directory: {0}")
  @ValueSource(booleans = {true, false})
  void gives_no_account_by_a_cpf_that_the_directory_has_taken_away(boolean alwaysRead) {
    realm.setMapper("cpf", READ_FROM_LDAP, Boolean.toString(alwaysRead));
    int number = alwaysRead ? 212 : 216;
    assertThat(realm.user(DirectoryPeople.uid(number)).path("id").asText()).isNotEmpty();
    directory.change(DirectoryPeople.uid(number), DirectoryPeople.USUAL, nobodysCpf().digits());

    assertThat(enteredAs(login(DirectoryPeople.cpf(number)))).startsWith("govbr-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inexistente", "cpf##inexistente"})
  void makes_no_second_account_when_an_attribute_is_mistyped(String attributes) {
    realm.setMatcher("atributos", attributes);
    int before = newAccounts();

    PlainLogin refused = login(DirectoryPeople.cpf(220));

    assertThat(refusal(refused)).isEqualTo("GOVBR-565");
    assertThat(newAccounts()).isEqualTo(before);
  }

  @Test
  void makes_no_second_account_when_the_directory_has_none_of_the_attributes() {
    letAdministratorsWriteAttributes();
    realm.setMatcher("atributos", "documento");

    assertThat(refusal(login(DirectoryPeople.cpf(221)))).isEqualTo("GOVBR-565");
  }

  @Test
  void finds_a_user_name() {
    realm.setMatcher("atributos", "username");
    Cpf cpf = nobodysCpf();
    admin().post("/users", Map.of("username", cpf.digits(), "enabled", true));

    assertThat(enteredAs(login(cpf)).equals(cpf.digits())).as("the account of that name").isTrue();
  }

  @Test
  void finds_a_user_name_of_the_directory_and_never_enables_a_disabled_account() {
    realm.setMatcher("atributos", "username");
    assertThat(enteredAs(login(NAMED)).equals(NAMED.digits())).as("the person's own").isTrue();
    ObjectNode user = realm.user(NAMED.digits()).deepCopy();
    String path = "/users/" + user.path("id").asText();
    admin().delete(path + "/federated-identity/govbr");
    admin().put(path, user.put("enabled", false));

    assertThat(login(NAMED).isReached()).isFalse();
    assertThat(links(user)).isEmpty();
    assertThat(admin().get(path).path("enabled").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"READ_ONLY, 228, true", "UNSYNCED, 232, false", "WRITABLE, 236, false"})
  void gives_no_account_of_a_directory_in_which_people_may_write_the_cpf(
      String editMode, int number, boolean given) {
    ObjectNode open = profile.deepCopy();
    ObjectNode attribute = open.withArray("attributes").addObject().put("name", "cpf");
    attribute.putObject("permissions").putArray("edit").add("admin").add("user");
    admin().put("/users/profile", open);
    realm.setDirectory(EDIT_MODE, editMode);

    PlainLogin login = login(DirectoryPeople.cpf(number));

    if (given) {
      assertThat(enteredAs(login)).isEqualTo(DirectoryPeople.uid(number));
    } else {
      assertThat(refusal(login)).isEqualTo("GOVBR-566");
    }
  }

  @Test
  void leaves_the_account_its_email_when_another_has_that_of_gov_br() {
    letAdministratorsWriteAttributes();
    realm.user("mesmo-email");
    realm.allowSharedEmails(false);
    admin()
        .post(
            "/users",
            Map.of(
                "username",
                "com-cpf",
                "email",
                "com-cpf@orgao.example",
                "enabled",
                true,
                "attributes",
                Map.of("cpf", List.of(system.govBr().persona(EMAIL_OWNER).cpf()))));
    LogSince log = LogSince.now(system);

    PlainLogin login = PlainLogin.into(system, realm.realm()).as(EMAIL_OWNER);

    assertThat(enteredAs(login)).isEqualTo("com-cpf");
    assertThat(realm.user("com-cpf").path("email").asText()).isEqualTo("com-cpf@orgao.example");
    log.awaitText("GOVBR-554");
  }

  @Test
  void leaves_an_account_of_a_read_only_directory_as_it_is_whatever_mappers_want() {
    LogSince log = LogSince.now(system);
    try (Mappers mappers = Mappers.in(admin())) {
      mappers.add(
          "cpf do gov.br",
          "govbr-attribute-idp-mapper",
          Map.of("fato", "nivel", "atributo", "numeroFiscal"));
      JsonNode before = realm.user(DirectoryPeople.uid(240));

      assertThat(enteredAs(login(DirectoryPeople.cpf(240)))).isEqualTo(DirectoryPeople.uid(240));
      assertThat(enteredAs(login(DirectoryPeople.cpf(240)))).isEqualTo(DirectoryPeople.uid(240));

      assertThat(realm.user(DirectoryPeople.uid(240)).path("attributes"))
          .isEqualTo(before.path("attributes"));
    }
    log.awaitText("GOVBR-553");
  }
}
