package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.logout.LogoutAtGovBr;
import io.github.govbrkeycloak.keycloak.steps.level.Catalogue;
import io.github.govbrkeycloak.keycloak.steps.senha.PasswordRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.util.ResolveRelative;

/**
 * What to register at gov.br, letter by letter.
 *
 * @param login where gov.br sends the browser after a login
 * @param catalogue where gov.br's catalogue of seals sends it
 * @param logout where gov.br sends it after a logout
 * @param password where gov.br sends it after a password was asked for again; registered for the
 *     credential of that, and empty where there is none
 * @param starts addresses of applications, of which one that starts a login at once is to be
 *     registered as the start of the service
 */
record RegisteredAddresses(
    URI login, URI catalogue, URI logout, Optional<URI> password, List<String> starts) {

  private static final int MOST_STARTS = 20;

  /**
   * One line of the list.
   *
   * @param field what gov.br calls it: message {@code govbr.check.endereco.FIELD}
   * @param address what to register
   */
  record Line(String field, String address) {}

  /**
   * Computes them.
   *
   * @param keycloak Keycloak's address as browsers know it
   */
  static RegisteredAddresses of(
      KeycloakSession session, RealmModel realm, GovBrConfig config, URI keycloak) {
    URI login = Urls.identityProviderAuthnResponse(keycloak, config.getAlias(), realm.getName());
    return new RegisteredAddresses(
        login,
        Catalogue.returnAddress(keycloak, realm, config),
        LogoutAtGovBr.registered(keycloak, realm.getName(), config.getAlias()),
        config
            .senha()
            .clientId()
            .map(credential -> PasswordRequest.wayBack(keycloak, realm, config.getAlias())),
        starts(session, realm));
  }

  private static List<String> starts(KeycloakSession session, RealmModel realm) {
    return realm
        .getClientsStream()
        .filter(ClientModel::isEnabled)
        .filter(client -> client.getBaseUrl() != null && !client.getBaseUrl().isBlank())
        .map(
            client ->
                ResolveRelative.resolveRelativeUri(
                    session, client.getRootUrl(), client.getBaseUrl()))
        .filter(address -> !isKeycloaksOwn(address))
        .distinct()
        .limit(MOST_STARTS)
        .toList();
  }

  private static boolean isKeycloaksOwn(String address) {
    return address.contains("/realms/") || address.contains("/admin/");
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("retorno", login.toString()));
    lines.add(new Line("catalogo", catalogue.toString()));
    lines.add(new Line("logout", logout.toString()));
    password.ifPresent(address -> lines.add(new Line("senha", address.toString())));
    starts.forEach(start -> lines.add(new Line("lancador", start)));
    return lines;
  }

  Finding finding() {
    return starts.isEmpty()
        ? Finding.yellow(Item.LANCADOR, "nenhum")
        : Finding.green(Item.LANCADOR);
  }
}
