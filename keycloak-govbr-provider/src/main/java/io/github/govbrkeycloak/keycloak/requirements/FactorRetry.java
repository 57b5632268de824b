package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.GovBrEndpoint;
import io.github.govbrkeycloak.keycloak.login.WaysOn;
import io.github.govbrkeycloak.keycloak.session.OpenLogins;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login in which the person did not use a factor that the application demands. To sign in again
 * is no cure while gov.br's own session lives, which answers with the same factors: so that session
 * is ended first. Once per login: whoever comes back without the factor is told how to get it.
 *
 * @param config the identity provider
 */
public record FactorRetry(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  /** Path below the broker's endpoint. */
  public static final String PATH = "fator";

  private static final String TICKET = "bilhete";

  /** Note of a login: what its page must send back, so that no other site can send the person. */
  private static final String TICKET_NOTE = "GOVBR_FACTOR_TICKET";

  /** Note of a login: the person has been sent to gov.br's logout for it. */
  private static final String TRIED_NOTE = "GOVBR_FACTOR_TRIED";

  /** Note of a login: the person is at gov.br's logout. */
  private static final String AWAY_NOTE = "GOVBR_FACTOR_AWAY";

  /** Offers the way on a page, or says that it did not help. */
  void offer(LackPage page, AuthenticationSessionModel login) {
    if (login.getClientNote(TRIED_NOTE) != null) {
      page.afterNewGovBrLogin();
      return;
    }
    String ticket = SecretGenerator.getInstance().randomString();
    login.setClientNote(TICKET_NOTE, ticket);
    page.andNewGovBrLogin(
        UriBuilder.fromUri(endpoint())
            .path(PATH)
            .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
            .queryParam(Constants.TAB_ID, login.getTabId())
            .build(),
        ticket);
  }

  private URI endpoint() {
    return Urls.identityProviderAuthnResponse(
        session.getContext().getUri().getBaseUri(), config.getAlias(), realm.getName());
  }

  /**
   * The person confirmed: ends the session at gov.br.
   *
   * @return empty when no login of this browser is waiting for that
   */
  public Optional<Response> confirmed() {
    String ticket =
        session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(TICKET);
    return loginOfRequest()
        .filter(login -> isTicketOf(login, ticket))
        .map(
            login -> {
              login.removeClientNote(TICKET_NOTE);
              login.setClientNote(TRIED_NOTE, Boolean.TRUE.toString());
              login.setClientNote(AWAY_NOTE, config.getAlias());
              return Response.seeOther(logout()).build();
            });
  }

  private Optional<AuthenticationSessionModel> loginOfRequest() {
    var query = session.getContext().getUri().getQueryParameters();
    return Optional.ofNullable(query.getFirst(Constants.CLIENT_ID))
        .map(realm::getClientByClientId)
        .flatMap(
            client ->
                Optional.ofNullable(query.getFirst(Constants.TAB_ID))
                    .map(
                        tab ->
                            new AuthenticationSessionManager(session)
                                .getCurrentAuthenticationSession(realm, client, tab)));
  }

  private static boolean isTicketOf(AuthenticationSessionModel login, String ticket) {
    String expected = login.getClientNote(TICKET_NOTE);
    return expected != null
        && ticket != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), ticket.getBytes(StandardCharsets.UTF_8));
  }

  private URI logout() {
    return UriBuilder.fromUri(config.getLogoutUrl())
        .queryParam(
            "post_logout_redirect_uri",
            UriBuilder.fromUri(endpoint()).path(GovBrEndpoint.LOGOUT_RESPONSE).build())
        .build();
  }

  /**
   * The browser is back from gov.br's logout: the login that sent it there begins once more. gov.br
   * says nothing of who comes back, so with two of them away nobody knows which one it is.
   */
  public Optional<URI> returned() {
    List<AuthenticationSessionModel> away =
        OpenLogins.of(session, realm)
            .filter(login -> config.getAlias().equals(login.getClientNote(AWAY_NOTE)))
            .toList();
    if (away.isEmpty()) {
      return Optional.empty();
    }
    away.forEach(login -> login.removeClientNote(AWAY_NOTE));
    return Optional.of(
        new WaysOn(session, realm, config.getAlias()).again(away.get(away.size() - 1)));
  }
}
