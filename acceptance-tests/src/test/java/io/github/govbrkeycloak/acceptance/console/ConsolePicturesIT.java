package io.github.govbrkeycloak.acceptance.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.govbrkeycloak.acceptance.system.CommandLine;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Makes the guides' pictures anew: {@code DOCS_PICTURES=yes ./test ConsolePicturesIT}. */
@EnabledIfEnvironmentVariable(named = "DOCS_PICTURES", matches = "yes")
@DisplayName("The guides' pictures of the console")
class ConsolePicturesIT {

  private static final String REALM = "orgao-de-exemplo";
  private static final String PROVIDER = "/identity-provider/instances/govbr";
  private static final String FLOW = "primeira entrada com gov.br - usuários existentes";

  private static final int MARGIN = 16;

  private static RunningSystem system;
  private static OwnRealm realm;
  private static KeycloakAdmin admin;
  private static Console console;

  @BeforeAll
  static void openConsole() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, REALM, Map.of());
    admin = realm.admin();
    admin.put("", Map.of("displayName", "Órgão de exemplo"));
    admin.post("/roles", Map.of("name", "assina-documentos"));
    admin.post("/roles", Map.of("name", "certificado"));
    admin.post("/groups", Map.of("name", "servidores"));
    console = Console.open(system, REALM);
  }

  @AfterAll
  static void closeConsole() {
    console.close();
    realm.close();
  }

  private static Path picture(String name) {
    return system.file("docs/imagens/" + name + ".png");
  }

  @Test
  @DisplayName("show the four fields of a new provider")
  void showNewProvider() {
    admin.delete(PROVIDER);
    try {
      console.open("/identity-providers/govbr/add", "[data-testid=createProvider]");
      Page page = console.page();
      page.fill("[id='displayName']", "Entrar com gov.br");
      page.fill("[id='config.clientId']", "h-portal.orgao.gov.br");
      page.fill("[id='config.clientSecret']", "${vault.govbr}");
      console.choose("ambiente", "homologacao");
      page.setViewportSize(1280, 900);
      page.locator("#kc-main-content-page-container").evaluate("e => e.scrollTo(0, 0)");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture("provedor-novo")));
    } finally {
      realm.addProvider("govbr", realm.govBrClient(), Map.of());
    }
  }

  @Test
  @DisplayName("show all fields of a provider")
  void showAllFields() {
    Map<String, String> settings =
        Map.of(
            "fatos", "categorias",
            "nomeDeUsuario", "pseudonimo",
            "idFederado", "cpf",
            "fatosGuardados", "nivel##selos",
            "clienteRevalidacao", "revalidacao.orgao.exemplo.gov.br",
            "segredoRevalidacao", "${vault.govbr-revalidacao}");
    realm.set(settings);
    try {
      console.open("/identity-providers/govbr/govbr/settings", "[id='config.urlSso']");
      console.photograph(picture("provedor-campos"));
      cut("privacidade-campos", "Nome de usuário", "Volta própria do catálogo");
      cut("etapas-senha-e-procuracao", "Identificador da revalidação", "Emissor (ambiente");
    } finally {
      Map<String, String> none = new HashMap<>();
      settings.keySet().forEach(key -> none.put(key, ""));
      realm.set(none);
    }
  }

  /** Saves the fields from one up to another, which is not in the picture, of a whole page. */
  private static void cut(String picture, String first, String end) {
    Page page = console.page();
    Locator content = page.locator("#kc-main-content-page-container");
    double top = label(page, first).boundingBox().y - MARGIN;
    double bottom = label(page, end).boundingBox().y - MARGIN;
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(picture(picture))
            .setClip(content.boundingBox().x, top, content.boundingBox().width, bottom - top));
  }

  private static Locator label(Page page, String text) {
    return page.locator("main label", new Page.LocatorOptions().setHasText(text)).first();
  }

  @Test
  @DisplayName("show the forms of identity provider mappers")
  void showMappers() {
    mapper("selos", "attribute", "atributo", Map.of("fato", "selos.id", "atributo", "selos"));
    mapper(
        "prata ou ouro",
        "level",
        "nivel",
        Map.of("comparacao", "no mínimo", "nivel", "prata", "role", "assina-documentos"));
    mapper(
        "servidores",
        "seal",
        "selo",
        Map.of("selo", "301 (servidor_publico)", "maisSelos", "801", "group", "/servidores"));
    mapper(
        "certificado digital", "factor", "fator", Map.of("fator", "x509", "role", "certificado"));
    console.open("/identity-providers/govbr/govbr/mappers", "text=servidores");
    console.photograph(picture("mapeadores-lista"));
  }

  private static void mapper(
      String name, String type, String picture, Map<String, String> settings) {
    admin.post(
        PROVIDER + "/mappers",
        Map.of(
            "name",
            name,
            "identityProviderAlias",
            "govbr",
            "identityProviderMapper",
            "govbr-" + type + "-idp-mapper",
            "config",
            settings));
    String id = "";
    for (JsonNode mapper : admin.get(PROVIDER + "/mappers")) {
      id = mapper.path("name").asText().equals(name) ? mapper.path("id").asText() : id;
    }
    console.open(
        "/identity-providers/govbr/govbr/mappers/" + id, "[data-testid=new-mapper-save-button]");
    console.photograph(picture("mapeadores-" + picture));
  }

  @Test
  @DisplayName("show the types of identity provider mappers")
  void showMapperTypes() {
    console.open("/identity-providers/govbr/govbr/mappers/create", "[id='identityProviderMapper']");
    Page page = console.page();
    page.locator("[id='identityProviderMapper']").click();
    page.locator("[role=option]").last().waitFor();
    page.screenshot(new Page.ScreenshotOptions().setPath(picture("mapeadores-tipos")));
  }

  @Test
  @DisplayName("show the forms of protocol mappers")
  void showProtocolMappers() {
    protocolMapper("govbr", Map.of("dados", "nivel##fatores"), "mapeadores-token");
    protocolMapper(
        "govbr-saml",
        Map.of("dados", "nivel##nome", "attribute.nameformat", "Basic"),
        "mapeadores-saml");
  }

  private static void protocolMapper(String scope, Map<String, String> settings, String picture) {
    String id = "";
    for (JsonNode found : admin.get("/client-scopes")) {
      id = found.path("name").asText().equals(scope) ? found.path("id").asText() : id;
    }
    String mappers = "/client-scopes/" + id + "/protocol-mappers/models/";
    ObjectNode mapper = admin.get(mappers).path(0).deepCopy();
    settings.forEach(((ObjectNode) mapper.path("config"))::put);
    admin.put(mappers + mapper.path("id").asText(), mapper);
    console.open("/client-scopes/" + id + "/mappers", "text=gov.br");
    console.page().locator("main a", new Page.LocatorOptions().setHasText("gov.br")).last().click();
    console.page().locator("[id='name'][readonly], [id='name']").first().waitFor();
    console.photograph(picture(picture));
  }

  @Test
  @DisplayName("show the flow of the first login and the settings of its step")
  void showFirstLogin() {
    CommandLine.run(
        Map.of(
            "KCADM",
            system.dataFile("keycloak/bin/kcadm.sh").toString(),
            "KC_CLI_PASSWORD",
            "admin"),
        system.file("docker/keycloak/usuarios-existentes").toString(),
        system.keycloakUrl(),
        REALM);
    String flow = "";
    for (JsonNode found : admin.get("/authentication/flows")) {
      flow = found.path("alias").asText().equals(FLOW) ? found.path("id").asText() : flow;
    }
    console.open(
        "/authentication/" + flow + "/basic-flow", "[data-testid='gov.br: conta com o mesmo CPF']");
    console.photograph(picture("primeira-entrada"));
    Page page = console.page();
    page.setViewportSize(1280, 1200);
    page.locator("main button[aria-label=Settings], main button[aria-label=Configurações]")
        .first()
        .click();
    Locator form = page.locator("[role=dialog]");
    form.locator("input").first().waitFor();
    form.screenshot(new Locator.ScreenshotOptions().setPath(picture("busca-cpf")));
  }

  @Test
  @DisplayName("show the form of what an application demands")
  void showRequirements() {
    admin.put(
        "/client-policies/profiles",
        Map.of(
            "profiles",
            List.of(
                Map.of(
                    "name",
                    "exige-prata",
                    "executors",
                    List.of(
                        Map.of(
                            "executor",
                            "govbr-requisitos",
                            "configuration",
                            Map.of("nivel", "prata")))))));
    console.open(
        "/realm-settings/client-policies/exige-prata/edit-profile/govbr-requisitos",
        "main form input");
    console.photograph(picture("requisitos-perfil"));
  }

  @Test
  @DisplayName("show the check of the configuration")
  void showCheck() {
    Page page = console.page();
    page.setViewportSize(1280, 900);
    page.navigate(system.keycloakUrl() + "/realms/master/govbr-conferir?realm=" + REALM);
    page.click("#govbr-conferir-agora");
    page.locator("#govbr-enderecos").waitFor();
    page.locator(".pf-v5-c-login__main")
        .screenshot(new Locator.ScreenshotOptions().setPath(picture("conferir")));
  }
}
