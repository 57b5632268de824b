package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.CallFailedException;
import io.github.govbrkeycloak.keycloak.http.CallFailure;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * The address at which gov.br publishes its keys (roteiro, "Passo 7"), with the limits of time and
 * of size of every call to gov.br.
 *
 * @param session of the request that needs the keys
 * @param calls how gov.br is called
 * @param address where
 */
public record JwkEndpoint(KeycloakSession session, GovBrCalls calls, String address)
    implements KeyFetch {

  private static final Logger LOG = Logger.getLogger(JwkEndpoint.class);

  @Override
  public KeySet fetch(boolean urgent) {
    try {
      return KeySet.parse(ask(urgent ? calls.loginDeadline() : calls.extraDeadline()));
    } catch (LoginRefusedException unanswered) {
      LOG.warnf("%s gov.br's keys could not be read", unanswered.reason().code());
      throw unanswered;
    }
  }

  private String ask(Duration deadline) {
    try {
      Answer answer =
          calls.call(calls.client(session, deadline).doGet(address).acceptJson(), deadline);
      if (answer.isOk()) {
        return answer.body();
      }
      LOG.warnf("gov.br's keys endpoint answered with status %d", answer.status());
      throw new LoginRefusedException(Reason.KEYS_UNUSABLE);
    } catch (CallFailedException failed) {
      LOG.warnf("gov.br's keys endpoint gave no answer: %s", failed.failure());
      throw new LoginRefusedException(
          failed.failure() == CallFailure.TOO_LARGE
              ? Reason.KEYS_UNUSABLE
              : Reason.KEYS_UNREACHABLE);
    }
  }
}
