package io.github.govbrkeycloak.portal.inside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Added to the portal by a test: opens a session for anybody, says its id and what it was asked.
 */
@WebServlet("/semente")
public class SessionSeedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Asked", request.getQueryString());
    response.getWriter().write(request.getSession().getId());
  }
}
