package io.github.govbrkeycloak.keycloak.login;

import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where a person can go whose login does not go on.
 *
 * @param alias the identity provider
 */
public record WaysOn(KeycloakSession session, RealmModel realm, String alias) {

  /** Once again to gov.br, in the same login. */
  public URI again(AuthenticationSessionModel login) {
    return Urls.identityProviderAuthnRequest(
        session.getContext().getUri().getBaseUri(),
        alias,
        realm.getName(),
        new ClientSessionCode<>(session, realm, login).getOrGenerateCode(),
        login.getClient().getClientId(),
        login.getTabId(),
        AuthenticationProcessor.getClientData(session, login),
        null);
  }

  /** The first page of an application, where an administrator said which one it is. */
  public Optional<String> application(ClientModel client) {
    return Optional.of(client)
        .filter(known -> known.getBaseUrl() != null && !known.getBaseUrl().isBlank())
        .map(
            known ->
                ResolveRelative.resolveRelativeUri(
                    session, known.getRootUrl(), known.getBaseUrl()));
  }
}
