package io.github.govbrkeycloak.example;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The page of whoever signed in. */
@WebServlet("/area/*")
public class AreaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    request.setAttribute("person", Person.of(request));
    request.getRequestDispatcher("/WEB-INF/area.jsp").forward(request, response);
  }
}
