package io.github.govbrkeycloak.portal.interfaces.web.signin;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives the container's redirect to Keycloak the parameters that elytron-oidc-client cannot send:
 * the identity provider to use, the level and the step asked for. The container challenges before
 * any filter runs, so that only a handler of the web server sees that redirect.
 */
public class LoginParameters implements ServletExtension {

  /** Alias of the identity provider in Keycloak, unless {@code PORTAL_IDP_HINT} says otherwise. */
  private static final String DEFAULT_IDP_HINT = "govbr";

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    String idpHint =
        ConfigProvider.getConfig()
            .getOptionalValue("portal.idp.hint", String.class)
            .orElse(DEFAULT_IDP_HINT);
    deployment.addInitialHandlerChainWrapper(
        next ->
            exchange -> {
              exchange.addResponseCommitListener(committing -> rewrite(committing, idpHint));
              next.handleRequest(exchange);
            });
  }

  private static void rewrite(HttpServerExchange exchange, String idpHint) {
    HeaderMap headers = exchange.getResponseHeaders();
    String location = headers.getFirst(Headers.LOCATION);
    if (AuthorizationAddress.matches(location)) {
      headers.put(
          Headers.LOCATION, AuthorizationAddress.with(location, parameters(exchange, idpHint)));
    }
  }

  private static Map<String, String> parameters(HttpServerExchange exchange, String idpHint) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("kc_idp_hint", idpHint);
    if (exchange.getRelativePath().equals(EntradaServlet.PATH)) {
      LoginRequest.of(
              parameter(exchange, "destino"),
              parameter(exchange, "nivel"),
              parameter(exchange, "acao"))
          .ifPresent(login -> parameters.putAll(login.keycloakParameters()));
    }
    return parameters;
  }

  private static String parameter(HttpServerExchange exchange, String name) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? null : values.peekFirst();
  }
}
