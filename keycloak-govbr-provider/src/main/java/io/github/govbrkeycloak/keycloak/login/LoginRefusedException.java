package io.github.govbrkeycloak.keycloak.login;

import org.keycloak.broker.provider.IdentityBrokerException;

/**
 * A login through gov.br must not go on. Its message is the reason's code alone, so that nothing
 * personal can reach a log through it.
 */
public final class LoginRefusedException extends IdentityBrokerException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public LoginRefusedException(Reason reason) {
    super(reason.code());
    this.reason = reason;
    withMessageCode(reason.messageKey());
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
