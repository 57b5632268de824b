package io.github.govbrkeycloak.portal.interfaces.web.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /entrada}: the protected address whose first visit is the login, and to which Keycloak
 * brings the person back. Sends them on to where they wanted to go.
 */
@WebServlet(EntradaServlet.PATH)
public class EntradaServlet extends HttpServlet {

  static final String PATH = "/entrada";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LoginRequest> login = LoginRequest.from(request);
    if (login.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    response.sendRedirect(request.getContextPath() + login.get().destination().path());
  }
}
