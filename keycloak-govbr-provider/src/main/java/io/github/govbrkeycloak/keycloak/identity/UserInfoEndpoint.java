package io.github.govbrkeycloak.keycloak.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.CallFailedException;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * gov.br's userinfo, for what the ID token lacks (roteiro, "Passo 10").
 *
 * <p>An extra: without an answer the login goes on. An answer about another person ends it (OpenID
 * Connect Core 1.0, section 5.3.2).
 */
public final class UserInfoEndpoint {

  private static final Logger LOG = Logger.getLogger(UserInfoEndpoint.class);
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Claims NOTHING = new Claims(Map.of());

  private final KeycloakSession session;
  private final GovBrCalls calls;
  private final String url;

  public UserInfoEndpoint(KeycloakSession session, GovBrCalls calls, String url) {
    this.session = session;
    this.calls = calls;
    this.url = url;
  }

  /**
   * What gov.br says of a person; nothing when it does not answer.
   *
   * @throws LoginRefusedException when it speaks of somebody else
   */
  public Claims of(Subject person, String accessToken) {
    Claims claims = ask(accessToken);
    Optional<Subject> subject = Subject.of(claims, person.cpf().isEmpty());
    if (!claims.values().isEmpty() && !subject.equals(Optional.of(person))) {
      throw new LoginRefusedException(Reason.USERINFO_OTHER_PERSON);
    }
    return claims;
  }

  private Claims ask(String accessToken) {
    SimpleHttpRequest request =
        calls.client(session, calls.extraDeadline()).doGet(url).auth(accessToken).acceptJson();
    try {
      Answer answer = calls.call(request, calls.extraDeadline());
      if (answer.isOk()) {
        Map<String, Object> claims = JsonSerialization.mapper.readValue(answer.body(), OBJECT);
        return claims == null ? NOTHING : new Claims(claims);
      }
      warn("status " + answer.status());
    } catch (CallFailedException failed) {
      warn(failed.failure().name());
    } catch (JsonProcessingException notJson) {
      warn("MALFORMED");
    }
    return NOTHING;
  }

  private static void warn(String why) {
    LOG.warnf("GOVBR-503 gov.br's userinfo gave no answer (%s): the login goes on without", why);
  }
}
