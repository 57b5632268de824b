package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.session.FactsOfLogin;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.GovBrStep;
import io.github.govbrkeycloak.keycloak.steps.LinkedProvider;
import io.github.govbrkeycloak.model.Nivel;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step {@code govbr-nivel} of somebody who has an account: begun by the application ({@code
 * kc_action=govbr-nivel:ouro}). gov.br is asked again who the person is; then Keycloak comes back
 * here, with the facts of that login.
 */
final class LevelAction implements RequiredActionProvider {

  /** Log only: an application began the step with a level that does not exist. */
  private static final String UNKNOWN_LEVEL = "GOVBR-594";

  /** Log only: an application began the step for an account that gov.br does not sign in. */
  private static final String NOT_LINKED = "GOVBR-595";

  private static final Logger LOG = Logger.getLogger(LevelAction.class);

  private final KeycloakSession session;

  LevelAction(KeycloakSession session) {
    this.session = session;
  }

  @Override
  public InitiatedActionSupport initiatedActionSupport() {
    return InitiatedActionSupport.SUPPORTED;
  }

  /** The step signs the person in at gov.br by itself: no login before it is too old. */
  @Override
  public int getMaxAuthAge(KeycloakSession session) {
    return GovBrStep.ANY_AGE;
  }

  @Override
  public void evaluateTriggers(RequiredActionContext context) {}

  @Override
  public void requiredActionChallenge(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    Optional<LevelLack> asked = asked(login);
    Optional<LevelStep> step = step(context);
    if (asked.isEmpty() || step.isEmpty()) {
      LOG.warnf("%s client=%s", asked.isEmpty() ? UNKNOWN_LEVEL : NOT_LINKED, clientId(login));
      context.ignore();
    } else if (asked.get().isMet()) {
      step.get().reached(login, asked.get().held().orElseThrow());
      context.success();
    } else {
      boolean isUnchanged = step.get().isBack(login);
      step.get().ask(login, asked.get().wanted());
      context.challenge(
          new LevelPage(asked.get(), login.getClient(), isUnchanged).in(context.form()));
    }
  }

  @Override
  public void processAction(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    Optional<LevelLack> asked = asked(login);
    Optional<LevelStep> step = step(context);
    String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(LevelPage.CHOICE);
    if (asked.isPresent() && step.isPresent() && LevelPage.GO.equals(choice)) {
      context.challenge(step.get().leave(login, asked.get().wanted()));
    } else {
      step.ifPresent(left -> left.giveUp(login));
      context.cancel();
    }
  }

  /** Keycloak's own form field for going back was sent; it tells the application. */
  @Override
  public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel login) {
    config(login).ifPresent(config -> step(login, config).giveUp(login));
  }

  private Optional<LevelLack> asked(AuthenticationSessionModel login) {
    Nivel wanted = Nivel.of(login.getClientNote(Constants.KC_ACTION_PARAMETER));
    return Optional.of(wanted)
        .filter(Nivel::isKnown)
        .map(
            level ->
                new LevelLack(
                    FactsOfLogin.of(session, login).map(SessionFacts::nivel).map(Nivel::of),
                    level,
                    LevelLack.Kind.ACTION,
                    Optional.empty()));
  }

  private Optional<LevelStep> step(RequiredActionContext context) {
    AuthenticationSessionModel login = context.getAuthenticationSession();
    return config(login).map(config -> step(login, config));
  }

  private LevelStep step(AuthenticationSessionModel login, GovBrConfig config) {
    return new LevelStep(session, login.getRealm(), config);
  }

  private Optional<GovBrConfig> config(AuthenticationSessionModel login) {
    return LinkedProvider.of(
        session,
        login.getRealm(),
        login.getAuthenticatedUser(),
        FactsOfLogin.of(session, login).map(SessionFacts::alias));
  }

  private static String clientId(AuthenticationSessionModel login) {
    return login.getClient().getClientId();
  }

  @Override
  public void close() {}
}
