package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.companies.CompanyListStore;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import java.util.List;
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
 * @param companies what gov.br told with its token, where it was asked
 * @param mayComeToStep whether a step that shows companies may come in this login
 * @param keepsToken whether the session keeps the token, to ask gov.br more
 */
record Brought(
    AccessTokenResponse answer,
    Optional<List<LinkedCompany>> companies,
    boolean mayComeToStep,
    boolean keepsToken) {

  private static final String KEY = "govbr.brought";

  /**
   * A longer list is asked for again when somebody looks at it: most never are, and each takes time
   * from its login and memory from the server.
   */
  private static final int MOST_KEPT_FOR_LATER = 2_000;

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
    if (mayComeToStep || keepsToken) {
      token = KeptToken.keep(session.singleUseObjects(), answer, login.getIdpConfig().getAlias());
      if (!token.equals(KeptToken.NONE)) {
        // Without the token nobody could look the list up.
        companies
            .filter(told -> mayComeToStep || told.size() <= MOST_KEPT_FOR_LATER)
            .ifPresent(told -> new CompanyListStore(session).keep(answer.getToken(), told));
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
