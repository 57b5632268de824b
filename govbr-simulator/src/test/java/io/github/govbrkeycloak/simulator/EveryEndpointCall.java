package io.github.govbrkeycloak.simulator;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** An honest call to any address of the simulated gov.br that tells who calls and about whom. */
final class EveryEndpointCall {

  /** About whom all calls are. */
  static final String PERSON = "ouro-otp";

  private static final String CPF = "98765432100";
  private static final String REVALIDATION = "revalidacao.orgao.exemplo.gov.br";
  private static final String CONECTA = "conecta.orgao.exemplo.gov.br";

  private final RunningSimulator running;

  EveryEndpointCall(RunningSimulator running) {
    this.running = running;
  }

  /** Which client calls an address. */
  static String clientOf(String endpoint) {
    if (endpoint.startsWith("revalidacao")) {
      return REVALIDATION;
    }
    if (endpoint.equals("pre-registro")) {
      return DeskCall.DESK;
    }
    return endpoint.startsWith("conecta") || endpoint.startsWith("cpf-light")
        ? CONECTA
        : RelyingParty.CLIENT_ID;
  }

  HttpRequest to(String endpoint, String template) {
    String path =
        template
            .replace("{cpf}", CPF)
            .replace("{cnpj}", "12ABC34501DE35")
            .replace("{id}", "101")
            .replace("{modo}", "revogar")
            .replace("{tipo}", "cpf");
    return switch (endpoint) {
      case "descoberta", "jwk", "revalidacao-jwks" -> service().request(path).build();
      case "authorize" -> inBrowser(path + "?" + encoded(RelyingParty.authorizeParameters()));
      case "login" -> inBrowser(path + "?authorization_id=0&" + clientId(RelyingParty.CLIENT_ID));
      case "logout" -> inBrowser(path + "?post_logout_redirect_uri=" + logoutUri());
      case "catalogo", "procuracao", "procuracao-nova", "procuracao-encerrar" ->
          inBrowser(path + "?" + clientIdUnlessOurs(endpoint));
      case "catalogo-via" -> posted(path + "?" + clientId(RelyingParty.CLIENT_ID));
      case "revalidacao-authorize" -> inBrowser(path + "?" + encoded(revalidationRequest()));
      case "token" -> token(path);
      case "revalidacao-token" -> revalidationToken(path);
      case "conecta-token" -> conectaToken(path);
      case "cpf-light", "cpf-light-teste" -> cpfLight(path);
      case "pre-registro" -> desk(path);
      case "historico-acessos", "historico-acessos-v1" ->
          bearer(path).POST(BodyPublishers.ofString("{}")).build();
      default -> bearer(path + "?filtrar-por-participante=" + CPF).build();
    };
  }

  private RelyingParty service() {
    return running.service();
  }

  private HttpRequest.Builder bearer(String path) {
    return service()
        .request(path)
        .header("Authorization", "Bearer " + service().tokens(PERSON).accessToken());
  }

  private HttpRequest inBrowser(String path) {
    return service().request(path).header("Cookie", cookie()).build();
  }

  private HttpRequest posted(String path) {
    return service().form(path, Map.of("via", "801")).header("Cookie", cookie()).build();
  }

  private String cookie() {
    Browser browser = running.newBrowser().open(running.govbr().baseUrl() + "/procuracao");
    browser.press("button[data-persona=" + PERSON + "]");
    return "GOVBR_SIMULADOR_SESSAO=" + browser.sessionCookie();
  }

  private HttpRequest token(String path) {
    return service()
        .form(path, RelyingParty.tokenParameters(service().code(PERSON)))
        .header("Authorization", RelyingParty.basic(RelyingParty.CLIENT_ID, RelyingParty.SECRET))
        .build();
  }

  private HttpRequest revalidationToken(String path) {
    String address = running.govbr().baseUrl() + "/oauth/v1/authorize?";
    Browser browser = running.newBrowser().open(address + encoded(revalidationRequest()));
    browser.press("#submit-button", Map.of("accountId", CPF, "password", "Senha-ouro-otp-1"));
    Map<String, String> form =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            browser.parameters().get("code"),
            "redirect_uri",
            revalidationRequest().get("redirect_uri"));
    return service()
        .form(path, form)
        .header(
            "Authorization",
            RelyingParty.basic(REVALIDATION, "segredo-da-revalidacao-na-demonstracao"))
        .build();
  }

  private Map<String, String> revalidationRequest() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", REVALIDATION);
    request.put("scope", "password-validation");
    request.put("redirect_uri", running.govbr().clients().redirectUriOf(REVALIDATION));
    return request;
  }

  private HttpRequest conectaToken(String path) {
    return service()
        .form(path, Map.of("grant_type", "client_credentials"))
        .header("Authorization", RelyingParty.basic(CONECTA, "segredo-do-conecta-na-demonstracao"))
        .build();
  }

  private HttpRequest cpfLight(String path) {
    String token =
        service()
            .send(conectaToken("/conecta/oauth2/jwt-token"))
            .json()
            .get("access_token")
            .asText();
    return service()
        .request(path)
        .header("Authorization", "Bearer " + token)
        .header("x-cpf-usuario", "52998224725")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"listaCpf\":[\"" + CPF + "\"]}"))
        .build();
  }

  private HttpRequest desk(String path) {
    return service()
        .request(path)
        .header("Authorization", "Bearer " + DeskCall.token(service()))
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(DeskCall.request().toString()))
        .build();
  }

  private static String clientIdUnlessOurs(String endpoint) {
    return endpoint.equals("catalogo") ? clientId(RelyingParty.CLIENT_ID) : "";
  }

  private static String clientId(String id) {
    return encoded(Map.of("client_id", id));
  }

  private static String logoutUri() {
    return encoded(Map.of("x", RelyingParty.LOGOUT_URI)).substring(2);
  }

  private static String encoded(Map<String, String> parameters) {
    return RelyingParty.encode(parameters);
  }
}
