package io.github.govbrkeycloak.portal.interfaces.web.protection;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses whatever could change something and was not sent by a page of this portal. A second line
 * besides the state that Faces keeps in the session, and the first for all that is not Faces.
 */
public class SameOriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (HARMLESS.contains(request.getMethod()) || isFromHere(request)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Browsers send both headers, and a page cannot forge either; one that contradicts decides. */
  private static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader("Origin");
    if (site == null && origin == null) {
      return false;
    }
    return (site == null || site.equals("same-origin"))
        && (origin == null || isThisHost(origin, request));
  }

  /** Without the scheme: behind a proxy the portal may not know that the browser speaks https. */
  private static boolean isThisHost(String origin, HttpServletRequest request) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }
}
