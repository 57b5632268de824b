package io.github.govbrkeycloak.portal.interfaces.web.page;

import io.github.govbrkeycloak.portal.infrastructure.oidc.SignIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;

/**
 * Sair. The button's form carries what Keycloak needs to end its session without asking again; the
 * portal ends its own session first and then has the browser repeat the form at Keycloak (307), so
 * that the ID token travels in a body and never gets into an address. docs/decisions/0010 says why.
 */
@Named("sair")
@RequestScoped
public class SairPage {

  private static final int TEMPORARY_REDIRECT_OF_A_FORM = 307;

  private Visitor visitor;
  private HttpServletRequest request;

  /** For the container's proxy. */
  SairPage() {}

  @Inject
  SairPage(Visitor visitor, HttpServletRequest request) {
    this.visitor = visitor;
    this.request = request;
  }

  /** Whoever is not signed in has nothing to leave. */
  public void skipWhenAnonymous() throws IOException {
    if (!visitor.isSignedIn()) {
      FacesContext.getCurrentInstance().getExternalContext().redirect(signedOutPath());
    }
  }

  /** The proof by which Keycloak knows that the portal, not somebody's link, asks to sign out. */
  public String getIdToken() {
    return visitor.signIn().map(SignIn::idToken).orElse("");
  }

  /** Where Keycloak sends the browser at the end. */
  public String getReturnAddress() {
    return URI.create(request.getRequestURL().toString()).resolve(signedOutPath()).toString();
  }

  /** Ends the portal's session and hands the form on to Keycloak. */
  public void leave() {
    String keycloak =
        visitor.signIn().map(SignIn::endSessionAddress).orElse(request.getContextPath() + "/saiu");
    // Not request.logout(): Elytron would end Keycloak's session behind the browser's back, and
    // with
    // it Keycloak's knowledge that gov.br's session has to end too.
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletResponse response = (HttpServletResponse) faces.getExternalContext().getResponse();
    response.setStatus(TEMPORARY_REDIRECT_OF_A_FORM);
    response.setHeader("Location", keycloak);
    faces.responseComplete();
  }

  private String signedOutPath() {
    return request.getContextPath() + "/saiu";
  }
}
