package io.github.govbrkeycloak.portal.interfaces.web.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /entrar}: starts a login at once. It is where the sign-in buttons lead and where gov.br
 * drops people after they created an account ("URL lançador de serviços").
 *
 * <p>It only checks what it was asked for and goes on to {@code /entrada}, which is protected and
 * therefore makes the container start the login. Two addresses, because the person comes back to
 * the second one: if that one, too, forgot the login, nobody would ever arrive.
 */
@WebServlet("/entrar")
public class EntrarServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LoginRequest> login = LoginRequest.from(request);
    if (login.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    if (login.get().needsKeycloak() && request.getUserPrincipal() != null) {
      forgetLogin(request);
    }
    response.sendRedirect(request.getContextPath() + "/entrada?" + login.get().toQuery());
  }

  /**
   * The container does not challenge somebody it knows, whatever the new request asks for. Not
   * request.logout(): Elytron would end Keycloak's session too, which a step must go on in.
   */
  private static void forgetLogin(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
