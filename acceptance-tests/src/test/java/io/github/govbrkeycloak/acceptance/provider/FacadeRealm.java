package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A realm whose facade tells everything: to one application all, to others one part each. People
 * sign in by one of two identity providers; at one of them an agent acts for somebody.
 */
final class FacadeRealm implements AutoCloseable {

  /** The application that may ask for all. */
  static final String READER = "leitora";

  static final String ALIAS = "govbr";
  static final String AGENTS_ALIAS = "procuracao";

  /** The service for which the simulator's fictional people gave powers of attorney. */
  static final String CLIENT_WITH_POWERS = "servico.teste.exemplo.gov.br";

  /** Its number at gov.br. */
  static final int SERVICE = 20;

  /** Another one's number, for which the same power is good. */
  static final int SERVICE_OF_ANOTHER = 10;

  static final List<String> ROLES =
      List.of("conta", "foto", "empresas", "certificado", "procuracoes");

  static final Person ACCOUNTANT = new Person(ALIAS, "contador");
  static final Person AGENT = new Person(AGENTS_ALIAS, "procurador");

  private static final String SCOPES =
      "openid email profile govbr_confiabilidades_idtoken govbr_empresa"
          + " govbr_recupera_certificadox509";
  private static final String AGENTS_SCOPES =
      SCOPES
          + " poav2_createPoaAccessHistory_agent"
          + " poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";

  private final RunningSystem system;
  private final OwnRealm realm;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  private FacadeRealm(RunningSystem system, OwnRealm realm) {
    this.system = system;
    this.realm = realm;
  }

  /** Somebody, and how they sign in. */
  record Person(String alias, String persona) {

    /** The other identity provider. */
    String otherAlias() {
      return alias.equals(ALIAS) ? AGENTS_ALIAS : ALIAS;
    }
  }

  /**
   * Creates the realm.
   *
   * @param host a spelling of this host that is no other test's: failures count for each address
   */
  static FacadeRealm create(RunningSystem system, String name, String host) {
    system.govBr().forgetEverybody();
    OwnRealm realm = OwnRealm.create(system, name, settings(system, host, SCOPES));
    realm.addProvider(AGENTS_ALIAS, CLIENT_WITH_POWERS, settings(system, host, AGENTS_SCOPES));
    FacadeClient.create(realm, READER, ROLES.toArray(String[]::new));
    ROLES.forEach(role -> FacadeClient.limit(realm, onlyFor(role), role));
    return new FacadeRealm(system, realm);
  }

  private static Map<String, String> settings(RunningSystem system, String host, String scopes) {
    return Map.of(
        "guardarToken",
        "true",
        "defaultScope",
        scopes,
        "apisGovBr",
        "true",
        "urlApi",
        system.simulatorUrl().replace("localhost", host));
  }

  /** The application that may ask for one part only. */
  static String onlyFor(String role) {
    return "so-" + role;
  }

  /** Puts both identity providers back, or at an address of another spelling. */
  void useHost(String host) {
    realm.set(settings(system, host, SCOPES));
    settings(system, host, AGENTS_SCOPES).forEach(this::setOfAgents);
  }

  /** Changes a setting of the identity provider at which an agent acts. */
  void setOfAgents(String setting, String value) {
    String path = "/identity-provider/instances/" + AGENTS_ALIAS;
    ObjectNode provider = realm.admin().get(path).deepCopy();
    ((ObjectNode) provider.path("config")).put(setting, value);
    realm.admin().put(path, provider);
  }

  /** Changes attributes of an application, such as how long its tokens live. */
  void setOfApplication(String clientId, String attribute, String value) {
    JsonNode client = realm.admin().get("/clients?clientId=" + clientId).path(0);
    ObjectNode changed = client.deepCopy();
    changed.withObject("/attributes").put(attribute, value);
    realm.admin().put("/clients/" + client.path("id").asText(), changed);
  }

  OwnRealm realm() {
    return realm;
  }

  /** gov.br's client of an identity provider. */
  String govBrClient(String alias) {
    return alias.equals(ALIAS) ? realm.govBrClient() : CLIENT_WITH_POWERS;
  }

  String url(String alias, String path) {
    return realm.url() + "/govbr/" + alias + path;
  }

  /** A token that may have been used before. */
  String tokenOf(String application, Person person) {
    return tokens.computeIfAbsent(
        application + " " + person, none -> freshTokenOf(application, person));
  }

  /** The token of a new login, with which nothing was asked yet. */
  String freshTokenOf(String application, Person person) {
    PlainLogin login = PlainLogin.into(system, realm).of(application).through(person.alias());
    if (person.equals(AGENT)) {
      login.onBehalfOf("representado");
    }
    return login.as(person.persona()).tokens().path("access_token").asText();
  }

  /** What the reader is told about a person. */
  JsonNode told(Person person, String path) {
    return system.json(system.getAs(tokenOf(READER, person), url(person.alias(), path)).body());
  }

  @Override
  public void close() {
    realm.close();
  }
}
