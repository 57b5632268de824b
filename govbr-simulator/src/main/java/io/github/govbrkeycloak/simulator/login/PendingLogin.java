package io.github.govbrkeycloak.simulator.login;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;

/**
 * A login under way.
 *
 * @param id gov.br's {@code authorization_id}
 * @param session the only browser that may go on with it
 * @param account the CPF typed at the first step, if that step is done
 * @param capacity in which capacity the citizen acts, if that has been asked
 */
public record PendingLogin(
    String id,
    AuthorizationRequest request,
    BrowserSession session,
    Optional<Cpf> account,
    Optional<Capacity> capacity) {

  /**
   * On whose behalf a citizen signs in.
   *
   * @param grantor the represented citizen; empty for the citizen's own behalf
   */
  public record Capacity(Optional<Cpf> grantor) {}

  static PendingLogin begun(String id, AuthorizationRequest request, BrowserSession session) {
    return new PendingLogin(id, request, session, Optional.empty(), Optional.empty());
  }

  /** The same, with a CPF typed, or none any more. */
  public PendingLogin withAccount(Optional<Cpf> typed) {
    return new PendingLogin(id, request, session, typed, capacity);
  }

  /** The same, in a capacity. */
  public PendingLogin in(Capacity chosen) {
    return new PendingLogin(id, request, session, account, Optional.of(chosen));
  }
}
