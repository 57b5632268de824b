package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A step that somebody who signed in through gov.br does at gov.br: a page that explains, the way
 * there, the way back, and a page with a sentence when it came to nothing. An application starts it
 * by {@code kc_action}; it can be a required action of a login as well.
 */
public abstract class GovBrStep extends StepAction {

  private final String word;

  /**
   * @param id its name, in {@code kc_action} and in the realm
   * @param word its name in the messages
   */
  protected GovBrStep(String id, String word) {
    super(id);
    this.word = word;
  }

  /** Whether there is nothing to ask gov.br for: it is done already, or can be done here. */
  protected abstract boolean isDoneHere(RequiredActionContext context, StepFacts step);

  /** Sends the browser to gov.br. */
  protected abstract Response leave(RequiredActionContext context, GovBrConfig config);

  /** What is missing although gov.br answered; empty when it is done. */
  protected abstract Optional<Reason> lacking(StepFacts step);

  @Override
  public final void requiredActionChallenge(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    Optional<StepOutcome> outcome = StepOutcome.take(login, getId());
    StepFacts step = new StepFacts(context.getSession(), login);
    if (isDoneHere(context, step)) {
      context.success();
      return;
    }
    Optional<Reason> own =
        impossible(step)
            .or(() -> outcome.filter(StepOutcome::isDone).flatMap(came -> lacking(step)));
    own.ifPresent(
        why ->
            new StepRefusal(getId(), alias(step))
                .tell(why, context.getEvent(), Optional.of(login)));
    Optional<Reason> fault = own.or(() -> outcome.flatMap(StepOutcome::fault));
    if (outcome.isPresent() && fault.isEmpty()) {
      count(context, StepStage.REACHED);
      context.success();
      return;
    }
    if (outcome.isEmpty()) {
      count(context, StepStage.ASKED);
    }
    page(context).show(fault, impossible(step).isEmpty());
  }

  @Override
  public final void processAction(RequiredActionContext context) {
    if (page(context).isGivenUp()) {
      // Only when it is required: Keycloak itself cancels what an application started.
      count(context, StepStage.GAVE_UP);
      context.failure();
      return;
    }
    StepFacts step = new StepFacts(context.getSession(), context.getAuthenticationSession());
    Optional<Reason> impossible = impossible(step);
    if (impossible.isPresent()) {
      page(context).show(impossible, false);
      return;
    }
    count(context, StepStage.LEFT);
    context.challenge(leave(context, config(step).orElseThrow()));
  }

  @Override
  public final void initiatedActionCanceled(
      KeycloakSession session, AuthenticationSessionModel login) {
    count(session, login.getRealm(), login, StepStage.GAVE_UP);
  }

  private StepPage page(RequiredActionContext context) {
    return new StepPage(context, word);
  }

  private Optional<Reason> impossible(StepFacts step) {
    Optional<GovBrConfig> config = config(step);
    if (config.isEmpty()) {
      return Optional.of(Reason.STEP_NEEDS_GOVBR);
    }
    return isPrepared(step.session(), config.get())
        ? Optional.empty()
        : Optional.of(Reason.STEP_NOT_PREPARED);
  }

  private static Optional<GovBrConfig> config(StepFacts step) {
    return step.read().flatMap(facts -> StepProvider.config(step.session(), facts.alias()));
  }

  private static String alias(StepFacts step) {
    return step.read().map(SessionFacts::alias).orElse("-");
  }

  private void count(RequiredActionContext context, StepStage stage) {
    count(context.getSession(), context.getRealm(), context.getAuthenticationSession(), stage);
  }

  private void count(
      KeycloakSession session,
      RealmModel realm,
      AuthenticationSessionModel login,
      StepStage stage) {
    String alias = alias(new StepFacts(session, login));
    new StepFunnel(session, realm, getId(), alias).record(stage, login);
  }
}
