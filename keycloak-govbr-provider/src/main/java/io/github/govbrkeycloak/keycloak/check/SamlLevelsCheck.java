package io.github.govbrkeycloak.keycloak.check;

import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * Whether SAML applications can ask for gov.br's levels. To them a level is a URI; where neither
 * client nor realm says which, Keycloak passes over what a request demands ({@code
 * RequestedAuthnContext}) without a word, and everybody gets in.
 *
 * @param realm of the applications
 */
record SamlLevelsCheck(RealmModel realm) {

  private static final int MOST_SHOWN = 10;

  Finding finding() {
    List<String> deaf =
        realm
            .getClientsStream()
            .filter(client -> SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()))
            .filter(ClientModel::isEnabled)
            .filter(client -> AcrUtils.getUriLoaMap(client).isEmpty())
            .map(ClientModel::getClientId)
            .map(Shown::of)
            .sorted()
            .limit(MOST_SHOWN)
            .toList();
    return deaf.isEmpty()
        ? Finding.green(Item.NIVEIS)
        : Finding.yellow(Item.NIVEIS, "saml-sem-nomes", String.join(", ", deaf));
  }
}
