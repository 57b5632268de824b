package io.github.govbrkeycloak.portal.interfaces.web.protection;

import io.github.govbrkeycloak.portal.application.AccessHistory;
import io.github.govbrkeycloak.portal.domain.access.Page;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.interfaces.web.page.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Guards the pages that show personal data: only for a person who signed in here (the container
 * would also take a token that some other application got), and never without a row in the log.
 */
public class PersonalPageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private Visitor visitor;
  @Inject private AccessHistory history;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Citizen> citizen = visitor.citizen();
    if (citizen.isEmpty()) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    Page.ofCode(request.getServletPath().substring(1))
        .ifPresent(page -> history.record(page, citizen.get()));
    chain.doFilter(request, response);
  }
}
