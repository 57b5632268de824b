package io.github.govbrkeycloak.keycloak.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** Ends a request to the facade without an answer. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final Optional<Duration> retryAfter;

  ProblemException(Problem problem) {
    this(problem, Optional.empty());
  }

  /**
   * With a time to wait.
   *
   * @param retryAfter after which the same request may be made again
   */
  ProblemException(Problem problem, Optional<Duration> retryAfter) {
    super(problem.word(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  Problem problem() {
    return problem;
  }

  Response response() {
    Response.ResponseBuilder response = problem.response();
    if (problem == Problem.NOT_AUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    retryAfter.ifPresent(
        wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
