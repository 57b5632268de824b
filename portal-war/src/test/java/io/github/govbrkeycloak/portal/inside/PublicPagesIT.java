package io.github.govbrkeycloak.portal.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody sees of the portal from outside, with Keycloak away. */
@ExtendWith(ServerSettings.class)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PublicPagesIT {

  private final HttpClient browser = HttpClient.newHttpClient();

  @ArquillianResource private URL portal;

  @Deployment(testable = false)
  static WebArchive portal() {
    return PortalArchive.asBuilt();
  }

  @Test
  void the_home_page_offers_to_sign_in() throws Exception {
    HttpResponse<String> page = get("");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Entrar com", "lang=\"pt-BR\"", "data-acao=\"entrar\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "saiu", "nada", "conta.xhtml", "entrar?destino=//exemplo.com"})
  void a_visitor_who_is_not_signed_in_costs_no_session(String path) throws Exception {
    assertThat(get(path).headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "saiu", "nada", "conta.xhtml", "govbr-ds/govbr.css"})
  void every_answer_tells_the_browser_to_refuse_what_the_pages_do_not_need(String path)
      throws Exception {
    var headers = get(path).headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "script-src");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void what_does_not_exist_is_said_in_portuguese_with_a_way_on() throws Exception {
    HttpResponse<String> page = get("nada");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Não encontramos esta página", "Ir para o início");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"conta.xhtml", "inicio.xhtml", "erro/falha", "resources/portal/fato.xhtml"})
  void the_sources_of_the_pages_are_closed(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("#{", "ui:composition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "entrar?destino=//exemplo.com",
        "entrar?destino=https://exemplo.com",
        "entrar?destino=/%255cexemplo.com",
        "entrar?acao=delete_account",
        "entrar?nivel=diamante"
      })
  void an_address_with_a_hidden_goal_is_refused(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("Location")).isEmpty();
    assertThat(page.body()).contains("Não foi possível continuar", "Entrar com");
  }

  @Test
  void the_sign_in_button_leads_to_the_protected_entrance() throws Exception {
    HttpResponse<String> answer = get("entrar?destino=/conta&nivel=ouro");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo(portal + "entrada?destino=%2Fconta&nivel=ouro");
  }

  @Test
  void without_keycloak_a_protected_page_is_not_shown_and_the_person_gets_a_way_on()
      throws Exception {
    HttpResponse<String> page = get("conta");

    assertThat(page.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(page.body()).contains("Ir para o início").doesNotContain("data-fato");
  }

  @Test
  void a_form_from_another_site_is_refused() throws Exception {
    for (List<String> headers :
        List.of(
            List.of("Origin", "https://exemplo.com"),
            List.of("Origin", "null"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site", "Origin", origin()),
            List.of("Sec-Fetch-Site", "same-origin", "Origin", "https://exemplo.com"),
            List.of("Accept", "text/html"))) {
      HttpResponse<String> page = post("sair", headers);

      assertThat(page.statusCode()).as("%s", headers).isEqualTo(403);
      assertThat(page.body()).contains("Você não pode fazer isso aqui", "Ir para o início");
    }
  }

  @Test
  void a_form_of_this_site_is_taken() throws Exception {
    HttpResponse<String> page =
        post("sair", List.of("Sec-Fetch-Site", "same-origin", "Origin", origin()));

    assertThat(page.statusCode()).isNotEqualTo(403);
  }

  private String origin() {
    return "http://" + portal.getAuthority();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(portal + path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, List<String> headers)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(URI.create(portal + path))
            .headers(headers.toArray(String[]::new))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }
}
