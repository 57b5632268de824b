package io.github.govbrkeycloak.example;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/**
 * Signs out here, at Keycloak and at gov.br. Not by {@code request.logout()}: WildFly would end
 * Keycloak's session without the browser, and gov.br's would stay open.
 */
@WebServlet("/sair")
public class SignOutServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Only POST: the cookie is {@code SameSite=Lax}, so no other site can send one with it. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String landing =
        URI.create(request.getRequestURL().toString())
            .resolve(request.getContextPath() + "/saiu.html")
            .toString();
    String next =
        request.getUserPrincipal() instanceof OidcPrincipal<?> principal
            ? atKeycloak(principal.getOidcSecurityContext(), landing)
            : landing;
    if (request.getSession(false) != null) {
      request.getSession().invalidate();
    }
    response.sendRedirect(next);
  }

  private static String atKeycloak(OidcSecurityContext context, String landing) {
    return context.getIDToken().getIssuer()
        + "/protocol/openid-connect/logout?id_token_hint="
        + context.getIDTokenString()
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(landing, StandardCharsets.UTF_8);
  }
}
