package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.companies.CompanyListStore;
import io.github.govbrkeycloak.keycloak.identity.ExtraFacts;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessTokenResponse;

/**
 * What a login brings that is stored beside the session: only once the login counts. Until then it
 * goes along with the login, and one that is refused before it is known leaves nothing behind. A
 * first login that is given up later leaves its token until it expires.
 *
 * @param answer of the token endpoint
 * @param learnt what gov.br was asked with its token
 * @param isTokenNeeded whether the session or a step will ask gov.br more
 */
record Brought(AccessTokenResponse answer, ExtraFacts learnt, boolean isTokenNeeded) {

  private static final String KEY = "govbr.brought";

  /** Sends it along, within the request: Keycloak writes the rest of a first login into notes. */
  void goWith(BrokeredIdentityContext login) {
    login.getContextData().put(KEY, this);
  }

  /** Stores what a login brought, which counts now, and leaves the key of its token with it. */
  static void keep(KeycloakSession session, BrokeredIdentityContext login) {
    Optional.ofNullable((Brought) login.getContextData().remove(KEY))
        .ifPresent(brought -> brought.store(session, login));
  }

  private void store(KeycloakSession session, BrokeredIdentityContext login) {
    String token = KeptToken.NONE;
    if (isTokenNeeded) {
      token = KeptToken.keep(session.singleUseObjects(), answer, login.getIdpConfig().getAlias());
      if (!token.equals(KeptToken.NONE)) {
        // Without the token nobody could look the list up.
        new CompanyListStore(session).keep(answer.getToken(), learnt);
      }
    }
    login.getContextData().put(KeptToken.NOTE, token);
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "Brought";
  }
}
