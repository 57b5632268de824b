package io.github.govbrkeycloak.keycloak.steps.procuracao;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.OpenLogins;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.Lasting;
import io.github.govbrkeycloak.keycloak.steps.SignedInPerson;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepOutcome;
import io.github.govbrkeycloak.keycloak.steps.StepRefusal;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.keycloak.token.Subject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login through gov.br in which somebody who is signed in already says on whose behalf they act.
 * It is an ordinary login with the scopes of powers of attorney, and may only be the same person's:
 * anybody else is sent back before an account is looked for or made.
 *
 * @param session of the request
 * @param login in which the step is
 * @param config the identity provider
 */
public record AgentLogin(
    KeycloakSession session, AuthenticationSessionModel login, GovBrConfig config) {

  private static final String NOTE = "govbr.procuracao.pedido";
  private static final String STATE = "govbr.procuracao.state";

  /**
   * Sends the browser to gov.br. Until it comes back the login stays at its step, so that whoever
   * goes back in the browser finds the step's page again.
   */
  Response begin() {
    login.setAuthNote(NOTE, config.getAlias());
    login.getParentSession().setTimestamp(Time.currentTime());
    return new IdentityBrokerService(session)
        .performClientInitiatedAccountLogin(
            config.getAlias(), new ClientSessionCode<>(session, login.getRealm(), login));
  }

  /**
   * Makes a login that has come back from gov.br one that Keycloak takes an answer for.
   *
   * @param alias the identity provider at which it comes back
   * @param state which login of this browser the answer belongs to
   */
  public static void arrive(KeycloakSession session, RealmModel realm, String alias, String state) {
    OpenLogins.of(session, realm)
        .filter(tab -> alias.equals(tab.getAuthNote(NOTE)))
        .filter(tab -> state.equals(tab.getAuthNote(STATE)))
        .forEach(tab -> tab.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name()));
  }

  /** Whether this login is one. */
  public boolean isUnderWay() {
    return login != null && config.getAlias().equals(login.getAuthNote(NOTE));
  }

  /**
   * The authorization request, with what such a login asks for.
   *
   * @param state of the request
   */
  public UriBuilder asking(UriBuilder request, String state) {
    if (!isUnderWay()) {
      return request;
    }
    login.setAuthNote(STATE, state);
    return request.replaceQueryParam(
        OAuth2Constants.SCOPE, config.procuracao().scope(config.scopes()));
  }

  /**
   * Lets nobody through but whoever is signed in.
   *
   * @param told whom gov.br speaks of
   * @throws LoginRefusedException when it is somebody else
   */
  public void requireSamePerson(Subject told) {
    if (!isUnderWay()) {
      return;
    }
    SessionFacts signedIn =
        new StepFacts(session, login)
            .read()
            .filter(facts -> facts.alias().equals(config.getAlias()))
            .orElseThrow(() -> new LoginRefusedException(Reason.STEP_NEEDS_GOVBR));
    if (!new SignedInPerson(session, login, config).is(signedIn, told)) {
      throw new LoginRefusedException(Reason.AGENT_IS_ANOTHER);
    }
  }

  /** Keycloak has taken the login, which was the same person's: it comes to the step again. */
  public void finished() {
    if (isUnderWay()) {
      end(StepOutcome.done());
    }
  }

  /** Goes back to the step's page, which says why the login was not finished. */
  public Response failed(Reason why, EventBuilder event) {
    new StepRefusal(AgentStep.ID, config.getAlias()).tell(why, event, Optional.of(login));
    Lasting.write(
        session,
        login,
        (writing, same) -> new AgentLogin(writing, same, config).end(StepOutcome.failed(why)));
    return AuthenticationManager.redirectToRequiredActions(
        session, login.getRealm(), login, session.getContext().getUri(), AgentStep.ID);
  }

  private void end(StepOutcome outcome) {
    new StepFunnel(session, login.getRealm(), AgentStep.ID, config.getAlias())
        .record(StepStage.RETURNED, login);
    login.removeAuthNote(NOTE);
    login.removeAuthNote(STATE);
    outcome.leave(login, AgentStep.ID);
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "AgentLogin";
  }
}
