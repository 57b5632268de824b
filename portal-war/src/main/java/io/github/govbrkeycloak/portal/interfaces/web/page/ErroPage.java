package io.github.govbrkeycloak.portal.interfaces.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the error page can say about a login that came to nothing. */
@Named("erro")
@RequestScoped
public class ErroPage {

  private boolean cancelled;

  /** For the container's proxy. */
  ErroPage() {}

  @Inject
  ErroPage(HttpServletRequest request) {
    cancelled = "access_denied".equals(request.getParameter("error"));
  }

  /** Whether Keycloak brought the person back because they gave up (RFC 6749 section 4.1.2.1). */
  public boolean isCancelled() {
    return cancelled;
  }
}
