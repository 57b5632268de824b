package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Redeems a code at a token endpoint of gov.br, with the limits of time and size of every call.
 *
 * @param session of the request
 * @param calls how gov.br is called
 * @param provider the identity provider's own id
 */
public record TokenExchange(KeycloakSession session, GovBrCalls calls, String provider) {

  private static final Logger LOG = Logger.getLogger(TokenExchange.class);

  /**
   * What the endpoint answers.
   *
   * @throws LoginRefusedException when it gives no tokens
   */
  public String answer(Request<String> request) {
    Instant deadline = Instant.now().plus(calls.loginDeadline());
    Result<String> answer =
        calls
            .send(provider, session.getProvider(HttpClientProvider.class).getHttpClient(), request)
            .await(deadline);
    return answer.value().orElseThrow(() -> noTokens(answer));
  }

  private static LoginRefusedException noTokens(Result<String> answer) {
    LOG.warnf(
        "gov.br's token endpoint gave no tokens: %s, status %d",
        answer.outcome().word(), answer.status());
    return new LoginRefusedException(
        switch (answer.status()) {
          case 0 ->
              switch (answer.outcome()) {
                case TOO_LARGE -> Reason.TOKEN_TOO_LARGE;
                case BUSY -> Reason.TOO_MANY_WAIT;
                default -> Reason.TOKEN_UNREACHABLE;
              };
          case 400 -> Reason.CODE_NOT_ACCEPTED;
          case 401 -> Reason.CREDENTIAL_NOT_ACCEPTED;
          default -> Reason.TOKEN_STATUS;
        });
  }
}
