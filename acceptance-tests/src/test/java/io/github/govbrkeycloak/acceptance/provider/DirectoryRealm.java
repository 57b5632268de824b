package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.directory.OpenLdap;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A realm whose users are those of a directory, with the flow that the guide's command makes. */
final class DirectoryRealm implements AutoCloseable {

  /** Shown to whoever is refused. */
  static final String CONTACT = "Setor de Pessoal, ramal 1234";

  private final OwnRealm realm;
  private final KeycloakAdmin admin;

  private DirectoryRealm(OwnRealm realm) {
    this.realm = realm;
    this.admin = realm.admin();
  }

  static DirectoryRealm create(RunningSystem system, String name, OpenLdap directory) {
    DirectoryRealm created = new DirectoryRealm(OwnRealm.create(system, name, Map.of()));
    created.federate(directory);
    ExistingUsersCommand.run(
        system,
        name,
        Map.of("ATRIBUTOS", "cpf##numeroFiscal", "CONTATO", CONTACT, "AMBIENTE_DE_TESTES", "true"));
    created.admitOnlyExisting(false);
    ObjectNode provider = created.admin.get("/identity-provider/instances/govbr").deepCopy();
    provider.put("firstBrokerLoginFlowAlias", ExistingUsersCommand.FLOW);
    created.admin.put("/identity-provider/instances/govbr", provider);
    return created;
  }

  private void federate(OpenLdap directory) {
    admin.post(
        "/components",
        Map.of(
            "name",
            "diretorio",
            "providerId",
            "ldap",
            "providerType",
            "org.keycloak.storage.UserStorageProvider",
            "config",
            lists(
                Map.ofEntries(
                    Map.entry("enabled", "true"),
                    Map.entry("vendor", "other"),
                    Map.entry("connectionUrl", directory.url()),
                    Map.entry("authType", "simple"),
                    Map.entry("bindDn", OpenLdap.ADMIN),
                    Map.entry("bindCredential", OpenLdap.PASSWORD),
                    Map.entry("usersDn", OpenLdap.PEOPLE),
                    Map.entry("userObjectClasses", "inetOrgPerson"),
                    Map.entry("usernameLDAPAttribute", "uid"),
                    Map.entry("rdnLDAPAttribute", "uid"),
                    Map.entry("uuidLDAPAttribute", "entryUUID"),
                    Map.entry("editMode", "READ_ONLY"),
                    Map.entry("importEnabled", "true"),
                    Map.entry("syncRegistrations", "false"),
                    Map.entry("connectionTimeout", "2000"),
                    Map.entry("readTimeout", "5000")))));
    String id = admin.get("/components?name=diretorio").path(0).path("id").asText();
    addAttribute(id, "cpf", DirectoryPeople.USUAL);
    addAttribute(id, "numeroFiscal", DirectoryPeople.OTHER);
  }

  private void addAttribute(String directory, String attribute, String inDirectory) {
    admin.post(
        "/components",
        Map.of(
            "name",
            attribute,
            "parentId",
            directory,
            "providerId",
            "user-attribute-ldap-mapper",
            "providerType",
            "org.keycloak.storage.ldap.mappers.LDAPStorageMapper",
            "config",
            lists(
                Map.of(
                    "user.model.attribute",
                    attribute,
                    "ldap.attribute",
                    inDirectory,
                    "read.only",
                    "true",
                    "always.read.value.from.ldap",
                    "true",
                    "is.mandatory.in.ldap",
                    "false"))));
  }

  private static Map<String, List<String>> lists(Map<String, String> values) {
    Map<String, List<String>> lists = new HashMap<>();
    values.forEach((key, value) -> lists.put(key, List.of(value)));
    return lists;
  }

  /** Turns the matcher's switch. */
  void admitOnlyExisting(boolean on) {
    setMatcher("soExistentes", Boolean.toString(on));
  }

  /** Changes a setting of the matcher. */
  void setMatcher(String setting, String value) {
    String config =
        admin.get(ExistingUsersCommand.STEPS).findValuesAsText("authenticationConfig").get(0);
    ObjectNode matcher = admin.get("/authentication/config/" + config).deepCopy();
    ((ObjectNode) matcher.path("config")).put(setting, value);
    admin.put("/authentication/config/" + config, matcher);
  }

  /** Changes a setting of the directory's connection, such as {@code editMode}. */
  void setDirectory(String setting, String value) {
    change(admin.get("/components?name=diretorio").path(0), setting, value);
  }

  /** Changes a setting of the mapper that fills an attribute from the directory. */
  void setMapper(String attribute, String setting, String value) {
    change(admin.get("/components?name=" + attribute).path(0), setting, value);
  }

  private void change(JsonNode component, String setting, String value) {
    ObjectNode changed = component.deepCopy();
    ((ObjectNode) changed.path("config")).putArray(setting).add(value);
    admin.put("/components/" + component.path("id").asText(), changed);
  }

  void allowSharedEmails(boolean on) {
    admin.put("", Map.of("duplicateEmailsAllowed", on));
  }

  OwnRealm realm() {
    return realm;
  }

  /** Somebody, by user name; of the directory, if nobody was looked at yet. */
  JsonNode user(String username) {
    return admin.get("/users?exact=true&username=" + username).path(0);
  }

  /** How many accounts Keycloak has, of itself and of the directory. */
  int accounts() {
    return admin.get("/users?max=2000&briefRepresentation=true").size();
  }

  /** The code on the page of a login, which its event has, too. */
  String refusal(PlainLogin login) {
    String code = PlainLogin.refusal(login.page());
    assertThat(admin.get("/events?max=1&type=IDENTITY_PROVIDER_FIRST_LOGIN_ERROR"))
        .extracting(event -> event.at("/details/reason").asText())
        .containsExactly(code);
    return code;
  }

  @Override
  public void close() {
    realm.close();
  }
}
