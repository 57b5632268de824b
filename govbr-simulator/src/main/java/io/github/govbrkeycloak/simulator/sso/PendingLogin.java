package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;

/**
 * A login under way.
 *
 * @param id gov.br's {@code authorization_id}
 * @param session the only browser that may go on with it
 * @param account the CPF typed at the first step, if that step is done
 */
record PendingLogin(
    String id, AuthorizationRequest request, BrowserSession session, Optional<Cpf> account) {

  PendingLogin withAccount(Optional<Cpf> typed) {
    return new PendingLogin(id, request, session, typed);
  }

  /** Where the login page of this login is. */
  String address() {
    return LoginAddress.of(request.client().clientId(), id);
  }
}
