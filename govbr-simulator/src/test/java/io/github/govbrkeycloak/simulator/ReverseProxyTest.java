package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Behind a reverse proxy")
class ReverseProxyTest {

  private static final String DESK = "balcao.orgao.exemplo.gov.br";
  private static final String SCOPE = "sistema_govbr_preregistro_balcao_ORGAO";
  private static final String FORM = "grant_type=client_credentials&scope=" + SCOPE;
  private static final String AUTHORIZE =
      "/authorize?" + RelyingParty.encode(RelyingParty.authorizeParameters());

  private GovBrSimulator govbr;
  private Undertow proxy;

  @AfterEach
  void stop() {
    if (govbr != null) {
      govbr.close();
    }
    if (proxy != null) {
      proxy.stop();
    }
  }

  @Test
  void a_login_works_below_the_path_that_the_proxy_takes_away() {
    startBehindProxy();
    RelyingParty service = service();
    assertThat(govbr.baseUrl()).endsWith("/teste");

    assertThat(service.get("/.well-known/openid-configuration").json().path("token_endpoint"))
        .hasToString('"' + govbr.baseUrl() + "/token\"");
    RelyingParty.Tokens tokens = service.tokens("ouro-otp");
    assertThat(tokens.idClaims().path("iss").asText()).isEqualTo(govbr.issuer());
    assertThat(service.get("/userinfo/", tokens.accessToken()).status()).isEqualTo(200);
    assertThat(service.get("/jwk").status()).isEqualTo(200);

    assertThat(service.get(AUTHORIZE).header("Set-Cookie")).contains("Path=/teste;");
    Browser browser = new Browser(govbr.baseUrl());
    browser.open(service.authorizeUrl()).press("button[data-persona=ouro-otp]");
    assertThat(browser.parameters()).containsKey("code");
    browser.open(service.authorizeUrl());
    assertThat(browser.parameters()).as("single sign-on").containsKey("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/simulador", "/login", "/authorize?client_id=x", "/nada"})
  void every_link_of_a_page_stays_below_that_path(String page) {
    startBehindProxy();
    Browser browser = new Browser(govbr.baseUrl()).open(govbr.baseUrl() + page);
    URI base = URI.create(govbr.baseUrl() + "/");
    for (Element element : browser.page().select("[href], [action], [src]")) {
      String link = element.attr("href") + element.attr("action") + element.attr("src");
      if (!link.startsWith("#") && !link.startsWith("data:")) {
        assertThat(base.resolve(link).toString()).startsWith(govbr.baseUrl());
      }
    }
    browser.page().select("link[rel=stylesheet]").stream()
        .map(sheet -> base.resolve(sheet.attr("href")).toString())
        .forEach(sheet -> assertThat(new Browser("x").open(sheet).status()).isEqualTo(200));
  }

  @Test
  void the_control_page_takes_forms_of_the_address_that_the_browser_sees() {
    startBehindProxy();
    RelyingParty service = service();
    HttpRequest.Builder reset = service.request("/simulador/estado").DELETE();
    String origin = govbr.baseUrl().replace("/teste", "");
    assertThat(service.send(reset.copy().header("Origin", origin).build()).status())
        .isLessThan(300);
    assertThat(service.send(reset.header("Origin", "http://outro.example").build()).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # only the last entry comes from the proxy
          X-Forwarded-For: 198.51.100.7                 | true
          X-Forwarded-For: 203.0.113.9, 198.51.100.7    | true
          X-Forwarded-For: 198.51.100.7:54321           | true
          X-Forwarded-For: 198.51.100.7, 203.0.113.9    | false
          X-Forwarded-For: 203.0.113.9                  | false
          X-Forwarded-For: balcao.orgao.exemplo.gov.br  | false
          X-Forwarded-For: [::1                         | false
          X-Forwarded-For: 9999999999.1.1.1             | false
          X-Outro: 198.51.100.7                         | false
          """)
  void the_firewall_asks_for_the_address_that_the_proxy_saw(String header, boolean passes)
      throws IOException {
    govbr = start(true);
    registerDeskAt("198.51.100.7");
    assertPasses(header, passes);
  }

  @Test
  void ipv6_addresses_are_known_too() throws IOException {
    govbr = start(true);
    registerDeskAt("2001:DB8::1");
    assertPasses("X-Forwarded-For: 2001:db8::1", true);
    assertPasses("X-Forwarded-For: [2001:db8::1]:443", true);
    assertPasses("X-Forwarded-For: 2001:db8::2", false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 198.51.100.7",
        "Forwarded: for=198.51.100.7",
        "X-Real-IP: 198.51.100.7",
        "X-Client-IP: 198.51.100.7"
      })
  void nobody_can_claim_an_allowed_address_where_no_proxy_is_trusted(String header)
      throws IOException {
    govbr = start(false);
    registerDeskAt("198.51.100.7");
    assertPasses(header, false);
    registerDeskAt("127.0.0.1");
    assertPasses(header, true);
  }

  @Test
  void a_behaviour_for_one_address_meets_the_callers_that_the_proxy_tells() throws IOException {
    govbr = start(true);
    govbr
        .behaviours()
        .activate(Behaviour.CONEXAO_REINICIADA, Activation.always().from("198.51.100.7"));
    assertThatThrownBy(() -> get("X-Forwarded-For: 198.51.100.7\r\n"))
        .isInstanceOf(IOException.class);
    assertThat(get("X-Forwarded-For: 198.51.100.8\r\n")).startsWith("HTTP/1.1 200");
    assertThat(get("")).startsWith("HTTP/1.1 200");
  }

  @Test
  void cookies_are_for_https_only_when_the_proxy_speaks_https() throws IOException {
    govbr = start(true);
    service();
    assertThat(get(AUTHORIZE, "X-Forwarded-Proto: https\r\n")).contains("Set-Cookie", "; Secure");
    assertThat(get(AUTHORIZE, "X-Forwarded-Proto: http\r\n"))
        .contains("Set-Cookie")
        .doesNotContain("Secure");
    assertThat(get(AUTHORIZE, "X-Forwarded-Proto: x\r\n"))
        .contains("Set-Cookie")
        .doesNotContain("Secure");
    govbr.close();
    govbr = start(false);
    service();
    assertThat(get(AUTHORIZE, "X-Forwarded-Proto: https\r\n"))
        .contains("Set-Cookie")
        .doesNotContain("Secure");
  }

  @Test
  void a_host_name_that_is_none_is_not_taken_over() throws IOException {
    govbr = start(true);
    String answer =
        RawHttp.send(
            govbr.baseUrl(),
            "DELETE /simulador/estado HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Origin: http://localhost\r\nX-Forwarded-Host: <b>\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 20");
  }

  @ParameterizedTest
  @CsvSource({
    "gov.orgao.example, HTTP/1.1 200",
    "rebind.example, HTTP/1.1 421",
    "'gov.orgao.example, rebind.example', HTTP/1.1 421",
  })
  void the_control_page_is_there_by_the_name_that_the_proxy_tells_only(String host, String start)
      throws IOException {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    govbr =
        GovBrSimulator.start(
            options.with(options.network().at("https://gov.orgao.example/teste").behindProxy()));
    assertThat(
            RawHttp.send(
                "http://localhost:" + govbr.port(),
                "GET /simulador HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "X-Forwarded-Host: "
                    + host
                    + "\r\n\r\n"))
        .startsWith(start);
  }

  private void assertPasses(String header, boolean passes) throws IOException {
    String request =
        "POST /token HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
            + RelyingParty.basic(DESK, "s")
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + FORM.length()
            + "\r\n"
            + header
            + "\r\n\r\n"
            + FORM;
    if (passes) {
      assertThat(RawHttp.send(govbr.baseUrl(), request)).startsWith("HTTP/1.1 200");
    } else {
      assertThatThrownBy(() -> RawHttp.send(govbr.baseUrl(), request))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("reset");
    }
  }

  private String get(String headers) throws IOException {
    return get("/jwk", headers);
  }

  private String get(String path, String headers) throws IOException {
    return RawHttp.send(
        govbr.baseUrl(),
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }

  private void registerDeskAt(String ip) {
    govbr
        .clients()
        .register(Client.of(DESK, "s").named("Balcão").provisionedWith(SCOPE).callingFrom(ip));
  }

  /** The service, registered there. */
  private RelyingParty service() {
    return new RelyingParty(new SteeredGovBr(govbr.baseUrl()));
  }

  private static GovBrSimulator start(boolean trustsProxy) {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    return GovBrSimulator.start(
        trustsProxy ? options.with(options.network().behindProxy()) : options);
  }

  /** A proxy that takes /teste away and tells who called, like nginx or Apache would. */
  private void startBehindProxy() {
    LoadBalancingProxyClient backend = new LoadBalancingProxyClient();
    HttpHandler forward =
        Handlers.path(ResponseCodeHandler.HANDLE_404)
            .addPrefixPath("/teste", ProxyHandler.builder().setProxyClient(backend).build());
    proxy = Undertow.builder().addHttpListener(0, "localhost").setHandler(forward).build();
    proxy.start();
    int port = ((InetSocketAddress) proxy.getListenerInfo().get(0).getAddress()).getPort();
    SimulatorOptions options = SimulatorOptions.onFreePort();
    String baseUrl = "http://localhost:" + port + "/teste";
    govbr = GovBrSimulator.start(options.with(options.network().at(baseUrl).behindProxy()));
    backend.addHost(URI.create("http://localhost:" + govbr.port()));
  }
}
