package io.github.govbrkeycloak.portal.interfaces.web.signin;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes out of Keycloak's answer what elytron-oidc-client does not know. After a step Keycloak adds
 * how it ended to the address that the person comes back to; the container would take that for a
 * part of the redirect address, repeat it when it redeems the code, and be refused.
 */
public class KeycloakAnswer implements ServletExtension {

  private static final Set<String> UNKNOWN_TO_THE_CONTAINER =
      Set.of("kc_action", "kc_action_status");

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        next ->
            exchange -> {
              if (exchange.getQueryParameters().containsKey("code")) {
                leaveOutTheUnknown(exchange);
              }
              next.handleRequest(exchange);
            });
  }

  /** The web server keeps the query three times over. */
  private static void leaveOutTheUnknown(HttpServerExchange exchange) {
    exchange.setQueryString(known(exchange.getQueryString()));
    exchange.setNonDecodedQueryString(known(exchange.getNonDecodedQueryString()));
    exchange.setDecodedQueryString(known(exchange.getDecodedQueryString()));
    exchange.getQueryParameters().keySet().removeAll(UNKNOWN_TO_THE_CONTAINER);
  }

  private static String known(String query) {
    return Arrays.stream(query.split("&"))
        .filter(part -> !UNKNOWN_TO_THE_CONTAINER.contains(part.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }
}
