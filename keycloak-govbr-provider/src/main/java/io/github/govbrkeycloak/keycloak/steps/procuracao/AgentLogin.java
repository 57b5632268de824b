package io.github.govbrkeycloak.keycloak.steps.procuracao;

import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.SignedInPerson;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepOutcome;
import io.github.govbrkeycloak.keycloak.steps.StepRefusal;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

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
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /** Sends the browser to gov.br. */
  Response begin() {
    login.setAuthNote(NOTE, config.getAlias());
    ClientSessionCode<AuthenticationSessionModel> code =
        new ClientSessionCode<>(session, login.getRealm(), login);
    code.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
    return new IdentityBrokerService(session)
        .performClientInitiatedAccountLogin(config.getAlias(), code);
  }

  /** Whether this login is one. */
  public boolean isUnderWay() {
    return config.getAlias().equals(login.getAuthNote(NOTE));
  }

  /** The authorization request, with what such a login asks for. */
  public UriBuilder asking(UriBuilder request) {
    return isUnderWay()
        ? request.replaceQueryParam(
            OAuth2Constants.SCOPE, config.procuracao().scope(config.scopes()))
        : request;
  }

  /**
   * Lets nobody through but whoever is signed in.
   *
   * @param identity whom gov.br speaks of
   * @throws LoginRefusedException when it is somebody else
   */
  public void requireSamePerson(BrokeredIdentityContext identity) {
    if (!isUnderWay()) {
      return;
    }
    SessionFacts signedIn =
        new StepFacts(session, login)
            .read()
            .filter(facts -> facts.alias().equals(config.getAlias()))
            .orElseThrow(() -> new LoginRefusedException(Reason.STEP_NEEDS_GOVBR));
    if (!new SignedInPerson(session, login, config).is(signedIn, subject(identity))) {
      throw new LoginRefusedException(Reason.AGENT_IS_ANOTHER);
    }
    end(StepOutcome.done());
  }

  private Subject subject(BrokeredIdentityContext identity) {
    JsonWebToken idToken =
        (JsonWebToken) identity.getContextData().get(OIDCIdentityProvider.VALIDATED_ID_TOKEN);
    Claims claims = new Claims(JsonSerialization.mapper.convertValue(idToken, OBJECT));
    return Subject.of(claims, config.endpoints().hasFreeSubject()).orElseThrow();
  }

  /** Goes back to the step's page, which says why the login was not finished. */
  public Response failed(Reason why, EventBuilder event) {
    new StepRefusal(AgentStep.ID, config.getAlias()).tell(why, event, Optional.of(login));
    end(StepOutcome.failed(why));
    return AuthenticationManager.redirectToRequiredActions(
        session, login.getRealm(), login, session.getContext().getUri(), AgentStep.ID);
  }

  private void end(StepOutcome outcome) {
    new StepFunnel(session, login.getRealm(), AgentStep.ID, config.getAlias())
        .record(StepStage.RETURNED, login);
    login.removeAuthNote(NOTE);
    outcome.leave(login, AgentStep.ID);
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "AgentLogin";
  }
}
