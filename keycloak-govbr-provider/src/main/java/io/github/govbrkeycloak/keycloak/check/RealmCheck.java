package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.claims.GovBrMappers;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;
import org.keycloak.protocol.oidc.utils.AcrUtils;

/**
 * What can be seen in the realm without asking gov.br.
 *
 * @param session of the request
 * @param realm of the identity provider
 * @param config of the identity provider
 */
record RealmCheck(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  Finding provider() {
    if (!config.isEnabled()) {
      return Finding.yellow(Item.PROVEDOR, "desligado");
    }
    return Finding.green(Item.PROVEDOR, config.getAlias(), config.ambiente().configValue());
  }

  /** Keycloak's own first login offers to join accounts by their e-mail. */
  Finding firstLogin() {
    AuthenticationFlowModel flow =
        Optional.ofNullable(config.getFirstBrokerLoginFlowId())
            .map(realm::getAuthenticationFlowById)
            .orElseGet(realm::getFirstBrokerLoginFlow);
    boolean isKeycloaks =
        flow != null && DefaultAuthenticationFlows.FIRST_BROKER_LOGIN_FLOW.equals(flow.getAlias());
    return isKeycloaks
        ? Finding.yellow(Item.PRIMEIRA_ENTRADA, "do-keycloak")
        : Finding.green(Item.PRIMEIRA_ENTRADA);
  }

  Finding claims() {
    Stream<ProtocolMapperModel> ofScopes =
        realm.getClientScopesStream().flatMap(scope -> scope.getProtocolMappersStream());
    Stream<ProtocolMapperModel> ofClients =
        realm.getClientsStream().flatMap(client -> client.getProtocolMappersStream());
    return Stream.concat(ofScopes, ofClients)
            .map(ProtocolMapperModel::getProtocolMapper)
            .anyMatch(GovBrMappers.IDS::contains)
        ? Finding.green(Item.CLAIMS)
        : Finding.yellow(Item.CLAIMS, "nenhum");
  }

  Finding levels() {
    Finding ofRealm = new LevelsCheck(AcrUtils.getAcrLoaMap(realm)).finding();
    return ofRealm.verdict() == Verdict.GREEN ? new SamlLevelsCheck(realm).finding() : ofRealm;
  }

  Finding words() {
    return new WordsCheck(session, realm).finding();
  }

  Finding steps() {
    return new StepsCheck(session, realm, config).finding();
  }
}
