package io.github.govbrkeycloak.portal.interfaces.web.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the browser how little these pages need, so that it refuses everything else. */
public class SecurityHeadersFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; form-action ";

  /** Chromium applies form-action to every redirect after the form; only one page's form leaves. */
  private static final String FORM_GOES = "'self'";

  private static final String SIGN_OUT_FORM_GOES = "'self' http: https:";

  private static final String SIGN_OUT_PAGE = "/sair";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean signOut = request.getServletPath().equals(SIGN_OUT_PAGE);
    response.setHeader(
        "Content-Security-Policy", POLICY + (signOut ? SIGN_OUT_FORM_GOES : FORM_GOES));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (isPage(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }

  /** Everything but the style sheets, fonts and pictures, which are the same for everybody. */
  private static boolean isPage(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/govbr-ds/") && !path.startsWith("/portal.");
  }
}
