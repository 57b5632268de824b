package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.http.TraceContext;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * What is asked of gov.br for somebody who is signed in already, on the thread of their request.
 *
 * @param session of the request
 * @param calls this server's calls to gov.br
 * @param config the identity provider through which the person signed in
 */
public record CallsOfPerson(KeycloakSession session, GovBrCalls calls, GovBrConfig config) {

  /** Asks for what nothing waits for longer than for an extra of a login. */
  public <T> Result<T> ask(Request<T> request) {
    return ask(request, config.facts().deadline().orElse(calls.extrasDeadline()));
  }

  /** Asks for that without which nothing goes on: it gets the time of a login. */
  public <T> Result<T> askPatiently(Request<T> request) {
    return ask(request, calls.loginDeadline());
  }

  private <T> Result<T> ask(Request<T> request, Duration atMost) {
    TraceContext.of(session.getContext().getRequestHeaders())
        .ifPresent(trace -> trace.goWith(request.http()));
    return calls.fetch(
        config.getInternalId(),
        session.getProvider(HttpClientProvider.class).getHttpClient(),
        request,
        Instant.now().plus(atMost));
  }
}
