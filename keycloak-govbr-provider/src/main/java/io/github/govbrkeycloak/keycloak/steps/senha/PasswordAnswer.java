package io.github.govbrkeycloak.keycloak.steps.senha;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.RefusalPage;
import io.github.govbrkeycloak.keycloak.login.WayBack;
import io.github.govbrkeycloak.keycloak.session.OpenLogins;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.RestartedLogin;
import io.github.govbrkeycloak.keycloak.steps.SignedInPerson;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepOutcome;
import io.github.govbrkeycloak.keycloak.steps.StepRefusal;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.keycloak.token.Subject;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The way back from gov.br after it asked for a password. It finds the step by its state among
 * those of this browser, takes one answer, and whatever comes of it the step goes on: with success,
 * or with its page and a sentence.
 */
public final class PasswordAnswer {

  private static final Logger LOG = Logger.getLogger(PasswordAnswer.class);
  private static final String ACCESS_DENIED = "access_denied";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final EventBuilder event;
  private final GovBrConfig config;

  /**
   * @param config the identity provider at whose address it came back
   */
  public PasswordAnswer(
      KeycloakSession session, RealmModel realm, EventBuilder event, GovBrConfig config) {
    this.session = session;
    this.realm = realm;
    this.event = event;
    this.config = config;
  }

  /** Takes the answer that the browser brought. */
  public Response received() {
    Optional<WayBack> answer =
        WayBack.of(session.getContext().getUri().getQueryParameters())
            .filter(read -> read.state().isPresent());
    Optional<AuthenticationSessionModel> login =
        answer.flatMap(read -> loginOf(read.state().orElseThrow()));
    return login.isPresent() ? goOn(login.get(), answer.get()) : notUnderWay();
  }

  /** A login that is at this step, for whoever has signed in already. */
  private Optional<AuthenticationSessionModel> loginOf(String state) {
    return OpenLogins.of(session, realm)
        .filter(tab -> PasswordRequest.of(tab, state).isPresent())
        .filter(tab -> tab.getAuthenticatedUser() != null)
        .filter(
            tab ->
                AuthenticationSessionModel.Action.REQUIRED_ACTIONS.name().equals(tab.getAction()))
        .findFirst();
  }

  private Response notUnderWay() {
    refusal().tell(Reason.STEP_NOT_UNDER_WAY, event, Optional.empty());
    return new RefusalPage(session, realm, config.getAlias(), goneWithTime())
        .of(Reason.STEP_NOT_UNDER_WAY, Optional.empty());
  }

  /** The login begun anew, when it has gone with time; {@code null} when the browser has others. */
  private AuthenticationSessionModel goneWithTime() {
    return OpenLogins.of(session, realm).findAny().isPresent()
        ? null
        : RestartedLogin.of(session, realm).orElse(null);
  }

  private Response goOn(AuthenticationSessionModel login, WayBack answer) {
    PasswordRequest asked = PasswordRequest.of(login, answer.state().orElseThrow()).orElseThrow();
    PasswordRequest.end(login);
    new StepFunnel(session, realm, PasswordStep.ID, config.getAlias())
        .record(StepStage.RETURNED, login);
    session.getContext().setAuthenticationSession(login);
    session.getContext().setClient(login.getClient());
    outcome(login, asked, answer).leave(login, PasswordStep.ID);
    return AuthenticationManager.redirectToRequiredActions(
        session, realm, login, session.getContext().getUri(), PasswordStep.ID);
  }

  private StepOutcome outcome(
      AuthenticationSessionModel login, PasswordRequest asked, WayBack answer) {
    Reason fault;
    try {
      confirm(login, asked, answer);
      return StepOutcome.done();
    } catch (LoginRefusedException refused) {
      fault = refused.reason();
    } catch (RuntimeException unexpected) {
      // Its message may quote what it stumbled over: only its type is logged.
      LOG.errorf("%s %s", Reason.UNEXPECTED.code(), unexpected.getClass().getName());
      fault = Reason.UNEXPECTED;
    }
    refusal().tell(fault, event, Optional.of(login));
    return StepOutcome.failed(fault);
  }

  private StepRefusal refusal() {
    return new StepRefusal(PasswordStep.ID, config.getAlias());
  }

  private void confirm(AuthenticationSessionModel login, PasswordRequest asked, WayBack answer) {
    if (!asked.alias().equals(config.getAlias())) {
      throw new LoginRefusedException(Reason.ANSWER_OF_ANOTHER_ISSUER);
    }
    String code = code(answer);
    StepFacts step = new StepFacts(session, login);
    SessionFacts facts = own(step.read());
    Subject typed =
        new PasswordCheck(session, config).whoTyped(code, Instant.ofEpochSecond(asked.askedAt()));
    if (!new SignedInPerson(session, login, config).is(facts, typed)) {
      throw new LoginRefusedException(Reason.PASSWORD_OF_ANOTHER);
    }
    // gov.br may have taken its time: another tab may have ended a step of its own meanwhile.
    SessionFacts now = own(step.readAnew());
    step.write(now.withPasswordConfirmedAt(Instant.ofEpochMilli(Time.currentTimeMillis())));
  }

  private SessionFacts own(Optional<SessionFacts> facts) {
    return facts
        .filter(known -> known.alias().equals(config.getAlias()))
        .orElseThrow(() -> new LoginRefusedException(Reason.STEP_NEEDS_GOVBR));
  }

  private static String code(WayBack answer) {
    answer
        .error()
        .ifPresent(
            error -> {
              throw new LoginRefusedException(
                  switch (error) {
                    case ACCESS_DENIED -> Reason.PASSWORD_NOT_CONFIRMED;
                    case OAuthErrorException.INVALID_SCOPE -> Reason.SCOPE_NOT_ALLOWED;
                    default -> Reason.REFUSED_BY_GOVBR;
                  });
            });
    return answer.code().orElseThrow(() -> new LoginRefusedException(Reason.MISSING_CODE));
  }
}
