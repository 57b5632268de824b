package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.facts.CallsOfPerson;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.powers.PowerVersion;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * The person whose token an application has, who is the only one that it is told about.
 *
 * @param session of the request
 * @param calls this server's calls to gov.br
 * @param config the identity provider that the application names
 * @param caller the application, with the person's session
 */
record PersonAsked(
    KeycloakSession session, GovBrCalls calls, GovBrConfig config, AuthResult caller) {

  private static final Logger LOG = Logger.getLogger(PersonAsked.class);
  private static final Duration WHILE_MANY_WAIT = Duration.ofMinutes(1);

  /** The session in which the application has its token. */
  UserSessionModel login() {
    return caller.session();
  }

  /**
   * What gov.br told when the session began; of the company, what was chosen in the application.
   */
  SessionFacts facts() {
    return FactsOfSession.of(
            login(), login().getAuthenticatedClientSessionByClient(caller.client().getId()))
        .filter(facts -> facts.alias().equals(config.getAlias()))
        .orElseThrow(() -> new ProblemException(Problem.SESSION_EXPIRED));
  }

  /** gov.br's token of the session. */
  KeptToken token() {
    return KeptToken.of(session.singleUseObjects(), login(), config.getAlias())
        .orElseThrow(() -> new ProblemException(Problem.SESSION_EXPIRED));
  }

  /** Goes on only where the person was asked for a scope, and gov.br has the API. */
  void requireScope(String scope) {
    require(config.scopes(), Set.of(scope));
  }

  /**
   * The same of an agent, whose login may ask for more. Of the older API no names of scopes are
   * known for sure: gov.br decides.
   */
  void requireAgentsScope(String scope) {
    Set<String> asked = config.procuracao().scopes(config.scopes());
    require(asked, config.procuracao().version() == PowerVersion.V2 ? Set.of(scope) : Set.of());
  }

  private void require(Set<String> asked, Set<String> needed) {
    if (!asked.containsAll(needed) || !config.endpoints().hasGovBrApis()) {
      throw new ProblemException(Problem.NOT_CONFIGURED);
    }
  }

  /** Asks gov.br. */
  <T> Result<T> ask(Request<T> request) {
    return new CallsOfPerson(session, calls, config).ask(request);
  }

  /**
   * What gov.br told.
   *
   * @param none what the application hears when there is none
   * @param warning begins the log's line when gov.br fails
   * @throws ProblemException when it told nothing
   */
  static <T> T told(Result<T> result, Problem none, String warning) {
    return result.value().orElseThrow(() -> why(result, none, warning));
  }

  private static ProblemException why(Result<?> result, Problem none, String warning) {
    if (result.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      return new ProblemException(Problem.SESSION_EXPIRED);
    }
    return switch (result.outcome()) {
      case NOT_FOUND -> new ProblemException(none);
      case BUSY -> new ProblemException(Problem.TOO_MANY_WAIT, Optional.of(WHILE_MANY_WAIT));
      default -> {
        LOG.warnf("%s: %s", warning, result.outcome().word());
        yield new ProblemException(
            result.outcome() == Outcome.REFUSED ? Problem.REFUSED : Problem.NO_ANSWER,
            result.retryAfter());
      }
    };
  }

  /** It leads to a person's facts and token. */
  @Override
  public String toString() {
    return "PersonAsked";
  }
}
