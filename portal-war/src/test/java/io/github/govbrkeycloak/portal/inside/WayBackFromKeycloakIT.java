package io.github.govbrkeycloak.portal.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How the portal receives a person whom Keycloak sends back, and whoever only pretends to be one.
 */
@ExtendWith(ServerSettings.class)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WayBackFromKeycloakIT {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient victim = HttpClient.newBuilder().cookieHandler(cookies).build();

  @ArquillianResource private URL portal;

  @Deployment(testable = false)
  static WebArchive portal() {
    return PortalArchive.asBuilt().addClass(SessionSeedServlet.class);
  }

  @Test
  void the_way_back_from_keycloak_gives_the_session_a_new_id() throws Exception {
    String planted = sessionSeenAt("semente");

    String afterLogin = sessionSeenAt("semente?code=abc&state=def");

    assertThat(afterLogin).isNotEqualTo(planted);
    assertThat(sessionSeenAt("semente")).isEqualTo(afterLogin);
    assertThat(sessionOfAnAttackerWith(planted)).isNotIn(planted, afterLogin);
  }

  @Test
  void an_ordinary_page_keeps_the_session() throws Exception {
    assertThat(sessionSeenAt("semente")).isEqualTo(sessionSeenAt("semente?pagina=2"));
  }

  @Test
  void what_keycloak_says_about_a_step_does_not_become_part_of_the_redirect_address()
      throws Exception {
    String query = "destino=%2Fconta&state=def&kc_action=x&kc_action_status=error&code=abc";

    assertThat(
            victim
                .send(request("semente?" + query).build(), BodyHandlers.ofString())
                .headers()
                .firstValue("Asked"))
        .contains("destino=%2Fconta&state=def&code=abc");
  }

  @Test
  void scripts_cannot_read_the_cookie_and_other_sites_do_not_send_it() throws Exception {
    String cookie =
        HttpClient.newHttpClient()
            .send(request("semente").build(), BodyHandlers.ofString())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();

    assertThat(cookie).containsIgnoringCase("httponly").containsIgnoringCase("samesite=lax");
    assertThat(HttpCookie.parse(cookie).get(0).getName()).isEqualTo("JSESSIONID");
  }

  @Test
  void behind_a_proxy_that_speaks_https_cookies_and_pages_stay_with_https() throws Exception {
    var headers =
        HttpClient.newHttpClient()
            .send(
                request("semente").header("X-Forwarded-Proto", "https").build(),
                BodyHandlers.ofString())
            .headers();

    assertThat(headers.firstValue("Set-Cookie").orElseThrow()).containsIgnoringCase("; secure");
    assertThat(headers.firstValue("Strict-Transport-Security").orElseThrow()).contains("max-age");
  }

  private String sessionSeenAt(String path) throws IOException, InterruptedException {
    return victim.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  private String sessionOfAnAttackerWith(String planted) throws IOException, InterruptedException {
    HttpRequest request = request("semente").header("Cookie", "JSESSIONID=" + planted).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(portal + path)).header("Accept", "text/html");
  }
}
