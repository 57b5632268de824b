package io.github.govbrkeycloak.portal.interfaces.web.protection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Gives the session a new id before a login is put into it. elytron-oidc-client keeps the id that
 * the browser brought along, so that whoever had planted it there (session fixation) would be
 * signed in as the victim. Done before the container looks at Keycloak's answer, not after: in
 * between lies the moment an attacker waits for.
 */
public class FreshSession implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addOuterHandlerChainWrapper(FreshSession::beforeLogin);
  }

  private static HttpHandler beforeLogin(HttpHandler next) {
    return exchange -> {
      if (bringsLogin(exchange)) {
        renew(exchange);
      }
      next.handleRequest(exchange);
    };
  }

  private static boolean bringsLogin(HttpServerExchange exchange) {
    return exchange.getQueryParameters().containsKey("code");
  }

  private static void renew(HttpServerExchange exchange) {
    ServletRequestContext context = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    if (context.getServletRequest() instanceof HttpServletRequest request
        && request.getSession(false) != null) {
      request.changeSessionId();
    }
  }
}
