package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.logout.LogoutFailure;
import io.github.govbrkeycloak.keycloak.logout.LogoutReturn;
import io.github.govbrkeycloak.keycloak.requirements.FactorRetry;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * The browser is back from gov.br's logout: of a session, or of a login that begins once more for a
 * factor that was missing.
 *
 * @param config the identity provider
 */
record LogoutAnswer(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  private static final Logger LOG = Logger.getLogger(LogoutAnswer.class);

  Response received() {
    LogoutReturn logout = new LogoutReturn(session, realm);
    if (!logout.isUnderWay()) {
      Optional<Response> loginOnceMore =
          new FactorRetry(session, realm, config)
              .returned()
              .map(url -> Response.seeOther(url).build());
      if (loginOnceMore.isPresent()) {
        return loginOnceMore.get();
      }
    }
    return logout.finish().orElseGet(() -> nothingToEnd(logout));
  }

  private Response nothingToEnd(LogoutReturn logout) {
    RefusalPage page = new RefusalPage(session, realm, config.getAlias(), null);
    Optional<UserSessionModel> notAsked = logout.notAsked();
    if (notAsked.isPresent()) {
      new LogoutFailure(session, realm, config.getAlias()).tell(Reason.LOGOUT_NOT_ASKED, notAsked);
      LOG.warnf("%s alias=%s", Reason.LOGOUT_NOT_ASKED.code(), config.getAlias());
      return page.of(Reason.LOGOUT_NOT_ASKED, Optional.empty());
    }
    // The session is gone already, which is what was asked for.
    return page.signedOut();
  }
}
