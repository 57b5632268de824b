package io.github.govbrkeycloak.keycloak.login;

import java.nio.charset.StandardCharsets;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Remembers, for all nodes of the server, which codes of gov.br were brought back: the second use
 * of one never reaches gov.br, not even when both come at the same moment.
 *
 * @param session of the request
 * @param realm in which somebody signs in
 * @param alias of the identity provider
 */
public record UsedCodes(KeycloakSession session, RealmModel realm, String alias) {

  /** Marks a code as used; says whether it was not before. Only its hash is kept. */
  public boolean isFirstUse(String code) {
    String hash =
        HashUtils.sha256UrlEncodedHash(
            String.join("\n", realm.getId(), alias, code), StandardCharsets.UTF_8);
    // No login, and so no state that goes with the code, lives longer.
    return session
        .singleUseObjects()
        .putIfAbsent("govbr-code-" + hash, realm.getAccessCodeLifespanLogin());
  }
}
