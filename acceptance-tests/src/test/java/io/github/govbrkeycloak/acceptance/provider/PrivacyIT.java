package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("What Keycloak keeps of a person, by the privacy settings,")
class PrivacyIT {

  private static final String REALM = "privacidade";
  private static final String PERSON = "prata-banco";
  private static final String KEY = "chave-de-teste-com-32-caracteres-ou-mais-";

  private final RunningSystem system = RunningSystem.get();
  private final List<Path> keys = new ArrayList<>();
  private OwnRealm realm;

  @BeforeEach
  void open() throws IOException {
    realm = OwnRealm.create(system, REALM, Map.of());
    for (String name : List.of("chave-a", "chave-b")) {
      keys.add(
          Files.writeString(system.dataFile("vault/" + REALM + "_" + name), KEY + name + "\n"));
    }
    Files.writeString(system.dataFile("vault/" + REALM + "_curta"), "curta");
    keys.add(system.dataFile("vault/" + REALM + "_curta"));
  }

  @AfterEach
  void leaveNothingBehind() throws IOException {
    realm.close();
    for (Path key : keys) {
      Files.deleteIfExists(key);
    }
  }

  private JsonNode enter() {
    system.govBr().forgetEverybody();
    return PlainLogin.into(system, realm).as(PERSON).claims();
  }

  private String username(JsonNode claims) {
    return Account.of(realm.admin(), claims).username();
  }

  private JsonNode link(JsonNode claims) {
    return realm
        .admin()
        .get("/users/" + claims.path("sub").asText() + "/federated-identity")
        .path(0);
  }

  private boolean isCpf(String text) {
    return text.equals(system.govBr().persona(PERSON).cpf());
  }

  private void useKey(String id, String former) {
    realm.set(
        Map.of(
            "chavePseudonimo", "${vault.chave-" + id + "}",
            "chavePseudonimoId", id,
            "chavesAnteriores", former));
  }

  private void assertOneAccount() {
    assertThat(realm.admin().get("/users?max=10")).hasSize(1);
  }

  @Test
  void follows_each_change_of_the_name_in_one_account() {
    JsonNode first = enter();
    assertThat(username(first)).matches("govbr-[a-z2-7]{26}");

    realm.set("nomeDeUsuario", "cpf");
    assertThat(enter().path("sub")).isEqualTo(first.path("sub"));
    assertThat(isCpf(username(first))).as("the name is the CPF").isTrue();
    assertThat(link(first).path("userName").asText()).startsWith("govbr-");

    realm.set("nomeDeUsuario", "aleatorio");
    enter();
    String random = username(first);
    assertThat(random).matches("govbr-[a-z2-7]{26}");
    enter();
    assertThat(username(first)).as("fixed").isEqualTo(random);
    assertThat(link(first).path("userName").asText()).isEqualTo(random);
    assertOneAccount();
  }

  @Test
  void leaves_its_name_to_an_account_that_has_a_password() {
    String cpf = system.govBr().persona(PERSON).cpf();
    realm
        .admin()
        .post(
            "/users",
            Map.of(
                "username",
                cpf,
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", "senha-do-orgao")),
                "federatedIdentities",
                List.of(
                    Map.of("identityProvider", "govbr", "userId", cpf, "userName", "servidora"))));

    JsonNode claims = enter();

    assertThat(isCpf(username(claims))).as("the name is the one it had").isTrue();
    assertOneAccount();
  }

  @Test
  void keeps_the_name_that_it_has_when_another_account_has_the_new_one() {
    JsonNode first = enter();
    String pseudonym = username(first);
    String cpf = system.govBr().persona(PERSON).cpf();
    realm.admin().post("/users", Map.of("username", cpf, "enabled", true));
    realm.set("nomeDeUsuario", "cpf");
    LogSince log = LogSince.now(system);

    JsonNode second = enter();

    assertThat(second.path("sub")).isEqualTo(first.path("sub"));
    assertThat(username(second)).isEqualTo(pseudonym);
    log.awaitText("GOVBR-573");
  }

  @Test
  void names_a_new_account_by_chance() {
    realm.set("nomeDeUsuario", "aleatorio");
    JsonNode claims = enter();
    assertThat(username(claims)).matches("govbr-[a-z2-7]{26}");
    assertThat(username(claims)).isEqualTo(link(claims).path("userName").asText());
    assertOneAccount();
  }

  @Test
  void follows_the_key_from_one_to_the_next() {
    JsonNode first = enter();
    assertThat(isCpf(link(first).path("userId").asText())).as("linked by CPF").isTrue();

    useKey("a", "");
    realm.set("idFederado", "pseudonimo");
    assertThat(enter().path("sub")).isEqualTo(first.path("sub"));
    assertThat(username(first)).matches("govbr-a-[a-z2-7]{26}");
    assertThat(link(first).path("userId").asText()).matches("a-[a-z2-7]{26}");

    useKey("b", "a=${vault.chave-a}");
    assertThat(enter().path("sub")).isEqualTo(first.path("sub"));
    assertThat(username(first)).matches("govbr-b-[a-z2-7]{26}");
    assertThat(link(first).path("userId").asText()).matches("b-[a-z2-7]{26}");
    assertThat(link(first).path("userName").asText()).isEqualTo(username(first));

    realm.set("idFederado", "cpf");
    assertThat(enter().path("sub")).isEqualTo(first.path("sub"));
    assertThat(isCpf(link(first).path("userId").asText())).as("linked by CPF again").isTrue();
    assertOneAccount();
  }

  @Test
  void ends_the_login_and_makes_no_account_when_the_vault_has_lost_the_key() throws IOException {
    useKey("a", "");
    Files.delete(keys.get(0));

    PlainLogin login = PlainLogin.into(system, realm).as(PERSON);

    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-571");
    assertThat(realm.admin().get("/users?max=10")).isEmpty();
  }

  @Test
  void reaches_tokens_only_as_far_as_the_session_keeps_it() {
    realm.set("fatosGuardados", "nivel");
    JsonNode claims = enter();
    assertThat(claims.path("acr").asText()).isEqualTo("prata");
    assertThat(claims.has("cpf")).isFalse();
    assertThat(claims.path("govbr_selos")).isEmpty();
    assertThat(claims.has("name")).isFalse();
  }

  @Test
  void is_never_set_up_with_a_key_that_is_no_secret_or_not_there() {
    assertThat(refused(Map.of("chavePseudonimo", KEY, "chavePseudonimoId", "a")))
        .contains("Key of pseudonyms: give a reference to the vault")
        .doesNotContain(KEY);
    assertThat(refused(Map.of("chavePseudonimo", "${vault.nenhuma}", "chavePseudonimoId", "a")))
        .contains("Key of pseudonyms: put into Keycloak's vault the key ${vault.nenhuma}");
    assertThat(refused(Map.of("chavePseudonimo", "${vault.curta}", "chavePseudonimoId", "a")))
        .contains("of 32 characters or more");
    assertThat(refused(Map.of("idFederado", "pseudonimo")))
        .contains("Identifier in the link: pseudonimo needs a key of its own");
  }

  private String refused(Map<String, String> settings) {
    ObjectNode provider = realm.admin().get("/identity-provider/instances/govbr").deepCopy();
    settings.forEach(((ObjectNode) provider.path("config"))::put);
    HttpResponse<String> answer =
        realm.admin().tryPut("/identity-provider/instances/govbr", provider);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }
}
