package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.logout.LogoutAtGovBr;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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
 * @param starts addresses of applications, of which one that starts a login at once is to be
 *     registered as the start of the service
 */
record RegisteredAddresses(URI login, URI catalogue, URI logout, List<String> starts) {

  /** Whether the catalogue has an address of its own to come back to; set by the steps. */
  private static final String OWN_RETURN = "voltaPropria";

  private static final String OWN_RETURN_PATH = "/nivel/volta";
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
        Boolean.parseBoolean(config.getConfig().get(OWN_RETURN))
            ? URI.create(login + OWN_RETURN_PATH)
            : login,
        LogoutAtGovBr.registered(keycloak, realm.getName(), config.getAlias()),
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
    starts.forEach(start -> lines.add(new Line("lancador", start)));
    return lines;
  }

  Finding finding() {
    return starts.isEmpty()
        ? Finding.yellow(Item.LANCADOR, "nenhum")
        : Finding.green(Item.LANCADOR);
  }
}
