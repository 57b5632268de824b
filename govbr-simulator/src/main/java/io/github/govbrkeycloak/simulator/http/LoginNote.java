package io.github.govbrkeycloak.simulator.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** How the resource that begins a login tells the journal its name. */
public final class LoginNote {

  private static final String ATTRIBUTE = LoginNote.class.getName();

  private LoginNote() {}

  /** Notes that this request began a login. */
  public static void put(ServletRequest request, String login) {
    request.setAttribute(ATTRIBUTE, login);
  }

  static Optional<String> of(HttpServerExchange exchange) {
    return Optional.ofNullable(exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY))
        .map(ServletRequestContext::getOriginalRequest)
        .map(request -> request.getAttribute(ATTRIBUTE))
        .map(String.class::cast);
  }
}
