package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A realm with applications that demand a company, that ask for one, and that do neither. */
record CompanyRealm(DemandingRealm demands) implements AutoCloseable {

  static final String DEMANDING = "exigente";
  static final String ALSO_DEMANDING = "exigente-tambem";
  static final String ASKING = "curiosa";
  static final String STEP = "govbr-empresa";

  private static final String STEP_OF_REALM = "/authentication/required-actions/" + STEP;
  private static final String SCOPES =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken govbr_empresa";
  private static final Pattern OFFERED =
      Pattern.compile("name=\"cnpj\" id=\"[^\"]+\" value=\"([^\"]+)\"");
  private static final Pattern STATE = Pattern.compile("data-estado=\"([a-z]+)\"");
  private static final RunningSystem SYSTEM = RunningSystem.get();

  static CompanyRealm create(String name) {
    DemandingRealm demands =
        DemandingRealm.create(
            SYSTEM, name, Map.of("defaultScope", SCOPES, "urlApi", apisOfItsOwn()));
    demands.profile("exige-empresa", Map.of("empresa", "obrigatória"));
    demands.profile("pergunta-empresa", Map.of("empresa", "opcional"));
    demands.application(DEMANDING, "exige-empresa");
    demands.application(ALSO_DEMANDING, "exige-empresa");
    demands.application(ASKING, "pergunta-empresa");
    demands.person("servidora", "senha-da-servidora");
    return new CompanyRealm(demands);
  }

  /**
   * The same APIs by another name of their server: Keycloak counts failures for each address, and
   * those that are provoked here must not make it leave gov.br alone in other tests.
   */
  private static String apisOfItsOwn() {
    return SYSTEM.simulatorUrl().replace("localhost", "127.0.0.1");
  }

  OwnRealm realm() {
    return demands.realm();
  }

  /** A login in a new browser. */
  PlainLogin login() {
    return PlainLogin.into(SYSTEM, realm());
  }

  /** Ends every misbehaviour, every change of the settings and every session. */
  void behaveNormally() {
    SYSTEM.govBr().behaveNormally();
    realm().set(Map.of("guardarToken", "", "defaultScope", SCOPES, "fatosGuardados", ""));
    for (JsonNode user : realm().admin().get("/users")) {
      realm().admin().post("/users/" + user.path("id").asText() + "/logout", Map.of());
    }
  }

  /**
   * Takes the step out of the realm while something is done.
   *
   * @param isThere whether the step stays in the realm, switched off
   */
  void withoutStep(boolean isThere, Runnable done) {
    KeycloakAdmin admin = realm().admin();
    ObjectNode step = admin.get(STEP_OF_REALM).deepCopy();
    if (isThere) {
      admin.put(STEP_OF_REALM, step.deepCopy().put("enabled", false));
    } else {
      admin.delete(STEP_OF_REALM);
    }
    try {
      done.run();
    } finally {
      if (!isThere) {
        admin.post(
            "/authentication/register-required-action",
            Map.of("providerId", STEP, "name", step.path("name").asText()));
      }
      admin.put(STEP_OF_REALM, step);
    }
  }

  /** Switches the identity provider off while something is done. */
  void withoutProvider(Runnable done) {
    realm().switchProvider(false);
    try {
      done.run();
    } finally {
      realm().switchProvider(true);
    }
  }

  /** The numbers of the companies on the page, from the top. */
  static List<String> offered(Page page) {
    return OFFERED.matcher(page.body()).results().map(match -> match.group(1)).toList();
  }

  /** Which of the step's pages it is. */
  static String state(Page page) {
    return STATE
        .matcher(page.body())
        .results()
        .map((MatchResult match) -> match.group(1))
        .findFirst()
        .orElse("not the page: " + page.url().replaceAll("[?].*", "") + " " + page.status());
  }

  /** What the page sends for a company. */
  static Map<String, String> choosing(String cnpj) {
    return Map.of("acao", "escolher", "cnpj", cnpj);
  }

  /** What gov.br was asked for, as far as it matters for companies. */
  static List<String> calls() {
    return StreamSupport.stream(SYSTEM.govBr().calls().spliterator(), false)
        .map(call -> call.path("caminho").asText())
        .filter(path -> path.startsWith("/empresas") || path.equals("/authorize"))
        .toList();
  }

  @Override
  public void close() {
    demands.close();
  }
}
