package io.github.govbrkeycloak.benchmarks;

import static io.github.govbrkeycloak.benchmarks.Application.require;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/**
 * Somebody new signs in at the simulated gov.br: authorize, login page, consent, code, token. The
 * ID token is verified as a service has to: signature, issuer, audience, nonce, subject.
 */
public final class SimulatorLogin implements Scenario {

  private static final String SCOPES =
      "openid email phone profile govbr_confiabilidades govbr_confiabilidades_idtoken";

  private final Citizens citizens = new Citizens(Citizens.FIRST);
  private final HttpClient http;
  private final Application application;

  /** Learns the simulator's key; the service must be registered there. */
  public SimulatorLogin(HttpClient http, String govbr, Service service)
      throws IOException, InterruptedException {
    this.http = http;
    this.application = new Application(http, Issuer.govBr(govbr), service, SCOPES);
  }

  /** Registers the service at a simulator, with the scopes of an ordinary login. */
  public static void register(HttpClient http, String govbr, Service service)
      throws IOException, InterruptedException {
    register(http, govbr, service, List.of(SCOPES.split(" ", -1)));
  }

  /** Registers the service at a simulator. */
  public static void register(HttpClient http, String govbr, Service service, List<String> scopes)
      throws IOException, InterruptedException {
    Map<String, Object> registration =
        Map.of(
            "segredo", service.secret(),
            "redirect_uris", List.of(service.redirectUri()),
            "escopos", scopes);
    URI address = URI.create(govbr + "/simulador/clientes/" + service.clientId());
    String body = JSONObjectUtils.toJSONString(registration);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build();
    require(http.send(request, BodyHandlers.ofString()).statusCode() == 200, "registration");
  }

  @Override
  public void run() throws IOException, InterruptedException {
    Cpf citizen = citizens.next();
    Application.Begun login = application.begin();
    Visitor visitor = new Visitor(http, application.redirectUri());
    visitor.open(application.address(login, Map.of()));
    visitor.send("button[name=persona]", Map.of("persona", citizen.digits()));
    visitor.send("#authorize", Map.of("operation", "authorize"));
    Application.Tokens tokens = application.finish(login, visitor.address());
    require(citizen.digits().equals(tokens.idToken().get("sub")), "sub");
  }
}
