package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.steps.StepProvider;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;

/**
 * A request to the facade, below the alias of an identity provider: it comes to an answer only for
 * callers who may, not too often, and about the person whose token it is.
 *
 * @param session of the request
 * @param calls this server's calls to gov.br
 * @param pace how often something may be asked about a person
 * @param alias of the identity provider, as the application wrote it
 */
record FacadeRequest(KeycloakSession session, GovBrCalls calls, Pace pace, String alias) {

  /**
   * Answers, or says why not.
   *
   * @param part which part of the facade was asked
   * @param answer makes the answer about a person, or throws a {@link ProblemException}
   */
  Response answer(FacadePart part, Function<PersonAsked, Response> answer) {
    FacadeJournal journal = new FacadeJournal(session, part);
    Optional<FacadeCaller> caller = FacadeCaller.of(session);
    try {
      Response response = answer.apply(person(caller, part));
      journal.told(caller.orElseThrow(), alias);
      return response;
    } catch (ProblemException problem) {
      journal.refused(caller, problem.problem());
      return problem.response();
    }
  }

  private PersonAsked person(Optional<FacadeCaller> caller, FacadePart part) {
    FacadeCaller known = caller.orElseThrow(() -> new ProblemException(Problem.NOT_AUTHENTICATED));
    // First, since each refusal of a role writes an event.
    Optional<Duration> wait = pace.count(known.identity().user().getId());
    if (wait.isPresent()) {
      throw new ProblemException(Problem.TOO_OFTEN, wait);
    }
    if (!known.mayRead(part)) {
      throw new ProblemException(Problem.NOT_ALLOWED);
    }
    return StepProvider.config(session, alias)
        .map(config -> new PersonAsked(session, calls, config, known.identity()))
        .orElseThrow(() -> new ProblemException(Problem.NO_SUCH_PROVIDER));
  }
}
