package io.github.govbrkeycloak.keycloak.privacy;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import java.security.SecureRandom;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A user name by chance. For as long as a first login may last it stays the same for the same
 * person: two first logins at once then meet at Keycloak's unique user name, and there are never
 * two accounts.
 */
final class RandomName {

  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int BYTES = 16;
  private static final String NAME = "name";
  private static final long LONGEST_LOGIN_SECONDS = 3600;
  private static final long CHOOSING_SECONDS = 10;

  private RandomName() {}

  static String of(Identifiers person, KeycloakSession session) {
    SingleUseObjectProvider shared = session.singleUseObjects();
    String key = "govbr.name." + person.pseudonym();
    Map<String, String> chosen = shared.get(key);
    if (chosen != null) {
      return chosen.get(NAME);
    }
    if (!shared.putIfAbsent(key + ".choosing", CHOOSING_SECONDS)) {
      throw new LoginRefusedException(Reason.SAME_PERSON_ENTERS);
    }
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    String name = Pseudonym.PREFIX + Pseudonym.text(bytes);
    shared.put(key, LONGEST_LOGIN_SECONDS, Map.of(NAME, name));
    return name;
  }
}
