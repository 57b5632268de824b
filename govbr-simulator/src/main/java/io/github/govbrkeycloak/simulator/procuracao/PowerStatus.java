package io.github.govbrkeycloak.simulator.procuracao;

/** What has become of a power of attorney: gov.br's eight words, and ours for people. */
public enum PowerStatus {
  /** In force. */
  ACTIVE("Em vigor"),
  /** Ended by gov.br. */
  CANCELED("Cancelada pelo gov.br"),
  /** Ended because an account was locked. */
  CANCELED_BY_ACCOUNT_LOCK("Cancelada porque uma das contas foi bloqueada"),
  /** Ended because an account was removed. */
  CANCELED_BY_ACCOUNT_REMOVAL("Cancelada porque uma das contas foi excluída"),
  /** Ended because somebody registered anew. */
  CANCELED_BY_ACCOUNT_REREGISTER("Cancelada porque uma das pessoas se cadastrou de novo"),
  /** Ended by its date. */
  EXPIRED("Vencida"),
  /** Given up by the agent. */
  RENOUNCED("Renunciada por quem a recebeu"),
  /** Taken back by the grantor. */
  REVOKED("Revogada por quem a deu");

  private final String title;

  PowerStatus(String title) {
    this.title = title;
  }

  /** The status of a power that gov.br ended, for a reason as the file tells it. */
  static PowerStatus canceled(String reason) {
    return reason == null ? CANCELED : valueOf("CANCELED_BY_" + reason);
  }

  /** In Portuguese. */
  public String title() {
    return title;
  }
}
