package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How a step at gov.br ended, for the page or the end of the step that comes next.
 *
 * @param fault why it was not done; empty when it was
 */
public record StepOutcome(Optional<Reason> fault) {

  private static final String NOTE = "govbr.etapa.";
  private static final String DONE = "feito";

  /** It was done. */
  public static StepOutcome done() {
    return new StepOutcome(Optional.empty());
  }

  /** It was not. */
  public static StepOutcome failed(Reason why) {
    return new StepOutcome(Optional.of(why));
  }

  boolean isDone() {
    return fault.isEmpty();
  }

  /** Leaves it for the step. */
  public void leave(AuthenticationSessionModel login, String step) {
    login.setAuthNote(NOTE + step, fault.map(Reason::name).orElse(DONE));
  }

  /** Takes it, once; empty when the step did not go to gov.br, or has not come back. */
  static Optional<StepOutcome> take(AuthenticationSessionModel login, String step) {
    Optional<String> note = Optional.ofNullable(login.getAuthNote(NOTE + step));
    login.removeAuthNote(NOTE + step);
    return note.map(word -> DONE.equals(word) ? done() : failed(Reason.valueOf(word)));
  }
}
