package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a first login.
 *
 * @param step what to do
 * @param reason why it is refused, when it is
 */
record Decision(Step step, Optional<Reason> reason) {

  /** What to do next. */
  enum Step {
    /** Nobody has this CPF: the flow's next step, for instance a new account. */
    GO_ON,
    /** The account is the person's. */
    LINK,
    /** The account is disabled, as Keycloak tells it. */
    DISABLED,
    /** The login ends with a page. */
    REFUSE
  }

  /**
   * An account with the person's CPF.
   *
   * @param enabled whether anybody may sign in to it
   * @param ofAnother whether it is linked to somebody else at gov.br
   * @param selfWritten whether its owner may have written the CPF, as anybody's
   */
  record Holder(boolean enabled, boolean ofAnother, boolean selfWritten) {}

  /**
   * Decides.
   *
   * @param holders the accounts with the person's CPF
   * @param onlyExisting whether somebody without an account may not enter
   * @param emailTaken whether the e-mail is that of another account, in a realm where it must be
   *     one account's alone
   */
  static Decision of(List<Holder> holders, boolean onlyExisting, boolean emailTaken) {
    if (holders.size() > 1) {
      return refuse(Reason.SEVERAL_ACCOUNTS);
    }
    if (holders.isEmpty() && onlyExisting) {
      return refuse(Reason.NOT_REGISTERED);
    }
    if (holders.isEmpty()) {
      return emailTaken
          ? refuse(Reason.EMAIL_OF_ANOTHER)
          : new Decision(Step.GO_ON, Optional.empty());
    }
    Holder only = holders.get(0);
    if (only.ofAnother()) {
      return refuse(Reason.ACCOUNT_OF_ANOTHER);
    }
    if (only.selfWritten()) {
      return refuse(Reason.CPF_SELF_WRITTEN);
    }
    return new Decision(only.enabled() ? Step.LINK : Step.DISABLED, Optional.empty());
  }

  private static Decision refuse(Reason reason) {
    return new Decision(Step.REFUSE, Optional.of(reason));
  }
}
