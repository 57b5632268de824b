package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.Persona;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("An application that speaks SAML and just trusts Keycloak")
class SamlApplicationIT {

  private static final String ENTITY = "http://saml.localhost/";
  private static final String ASSERTION_CONSUMER = ENTITY + "acs";
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();

  @Test
  @DisplayName("reads the same facts as attributes")
  void readsTheFactsAsAttributes() throws Exception {
    govBr.forgetEverybody();
    system.keycloakAdmin().replaceClient(ENTITY, registration());
    Persona person = govBr.persona("empresa-certificado");

    Map<String, List<String>> attributes = attributes(assertionFor(person));

    assertThat(attributes)
        .containsEntry("acr", List.of(person.nivel()))
        .containsEntry("amr", person.amr())
        .containsEntry("cpf", List.of(person.cpf()))
        .containsEntry("cnpj", List.of(person.cnpj()))
        .containsEntry("name", List.of(person.nome()))
        .containsEntry("govbr_nivel", List.of(person.nivel()))
        .containsEntry("govbr_selos", person.selos());
  }

  @Test
  @DisplayName("reads only what it needs, under the URIs by which it knows attributes")
  void readsChosenAttributesUnderUris() throws Exception {
    govBr.forgetEverybody();
    Map<String, Object> registration = new HashMap<>(registration());
    registration.put("defaultClientScopes", List.of());
    registration.put(
        "protocolMappers",
        List.of(
            Map.of(
                "name",
                "gov.br",
                "protocol",
                "saml",
                "protocolMapper",
                "govbr-saml-attributes-mapper",
                "config",
                Map.of(
                    "dados", "nivel##fatores",
                    "attribute.nameformat", "URI Reference",
                    "prefixo", "https://orgao.gov.br/atributos/"))));
    system.keycloakAdmin().replaceClient(ENTITY, registration);
    Persona person = govBr.persona("ouro-otp");

    String assertion = assertionFor(person);

    assertThat(attributes(assertion))
        .containsEntry("https://orgao.gov.br/atributos/acr", List.of(person.nivel()))
        .containsEntry("https://orgao.gov.br/atributos/amr", person.amr())
        .doesNotContainKey("https://orgao.gov.br/atributos/cpf");
    assertThat(assertion)
        .contains("FriendlyName=\"amr\"")
        .contains("NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:uri\"")
        .doesNotContain(person.cpf());
  }

  private static Map<String, Object> registration() {
    return Map.of(
        "clientId",
        ENTITY,
        "protocol",
        "saml",
        "baseUrl",
        ENTITY,
        "redirectUris",
        List.of(ENTITY + "*"),
        "attributes",
        Map.of(
            "saml.client.signature", "false",
            "saml.assertion.signature", "true",
            "saml_idp_initiated_sso_url_name", "aplicacao-saml",
            "saml_assertion_consumer_url_post", ASSERTION_CONSUMER),
        "defaultClientScopes",
        List.of("govbr-saml"));
  }

  /**
   * Lets the person sign in, started at Keycloak, and catches what is posted to the application.
   */
  private String assertionFor(Persona person) {
    AtomicReference<String> posted = new AtomicReference<>();
    try (BrowserContext browser = system.chromium().newContext()) {
      browser.route(
          url -> url.startsWith(ENTITY),
          route -> {
            posted.set(route.request().postData());
            route.fulfill(new Route.FulfillOptions().setBody("Aplicação SAML"));
          });
      Page page = browser.newPage();
      page.navigate(system.realmUrl() + "/protocol/saml/clients/aplicacao-saml");
      page.click("#social-govbr");
      page.click("[data-persona=" + person.id() + "]");
      page.click("#authorize");
      page.waitForCondition(() -> posted.get() != null);
    }
    String response = posted.get().replaceAll("^.*SAMLResponse=([^&]*).*$", "$1");
    return new String(
        Base64.getMimeDecoder().decode(URLDecoder.decode(response, StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> attributes(String assertion) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(assertion.getBytes(StandardCharsets.UTF_8)));
    Map<String, List<String>> attributes = new HashMap<>();
    NodeList elements = document.getElementsByTagNameNS(SAML, "Attribute");
    for (int i = 0; i < elements.getLength(); i++) {
      Element attribute = (Element) elements.item(i);
      NodeList values = attribute.getElementsByTagNameNS(SAML, "AttributeValue");
      List<String> texts =
          attributes.computeIfAbsent(attribute.getAttribute("Name"), name -> new ArrayList<>());
      for (int j = 0; j < values.getLength(); j++) {
        texts.add(values.item(j).getTextContent());
      }
    }
    return attributes;
  }
}
