package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * The address at which gov.br publishes its keys (roteiro, "Passo 7"), with the limits of time and
 * of size of every call to gov.br.
 *
 * @param session of the request that needs the keys
 * @param calls how gov.br is called
 * @param provider the identity provider's own id
 * @param address where
 */
public record JwkEndpoint(
    KeycloakSession session, GovBrCalls calls, String provider, String address)
    implements KeyFetch {

  private static final Logger LOG = Logger.getLogger(JwkEndpoint.class);

  @Override
  public KeySet fetch(boolean urgent) {
    try {
      return KeySet.parse(ask(urgent ? calls.loginDeadline() : calls.extrasDeadline()));
    } catch (LoginRefusedException unanswered) {
      LOG.warnf("%s gov.br's keys could not be read", unanswered.reason().code());
      throw unanswered;
    }
  }

  private String ask(Duration deadline) {
    Result<String> answer =
        calls
            .send(
                provider,
                session.getProvider(HttpClientProvider.class).getHttpClient(),
                Request.open(
                    Api.JWK,
                    address,
                    "application/json",
                    body -> new String(body, StandardCharsets.UTF_8)))
            .await(Instant.now().plus(deadline));
    return answer.value().orElseThrow(() -> noKeys(answer));
  }

  private static LoginRefusedException noKeys(Result<String> answer) {
    LOG.warnf(
        "gov.br's keys endpoint gave no keys: %s, status %d",
        answer.outcome().word(), answer.status());
    boolean hasAnswered = answer.status() != 0 || answer.outcome() == Outcome.TOO_LARGE;
    return new LoginRefusedException(hasAnswered ? Reason.KEYS_UNUSABLE : Reason.KEYS_UNREACHABLE);
  }
}
