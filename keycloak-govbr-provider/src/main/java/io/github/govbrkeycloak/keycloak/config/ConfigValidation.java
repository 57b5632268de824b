package io.github.govbrkeycloak.keycloak.config;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether the settings of an identity provider can work together.
 *
 * @param config of the identity provider
 * @param realm of the identity provider
 */
record ConfigValidation(GovBrConfig config, RealmModel realm) {

  /**
   * Refuses those that cannot.
   *
   * @param session of the request that saves them; none where nobody waits for words
   * @throws InvalidSettingException for the administrator to read
   */
  void refuseWhatCannotWork(Optional<KeycloakSession> session) {
    try {
      validate(session);
    } catch (InvalidSettingException invalid) {
      throw session.map(open -> invalid.told(ConsoleWords.of(open, realm))).orElse(invalid);
    }
  }

  private void validate(Optional<KeycloakSession> session) {
    requireKnownEnvironment();
    if (config.ambiente() == Ambiente.OUTRO) {
      validateAddresses();
    }
    config.essentialClaim();
    config.facts().validate(config.scopes());
    config.senha().validate();
    config.procuracao().validate();
    config.privacy().validate(session);
  }

  private void requireKnownEnvironment() {
    config
        .configured(GovBrConfig.AMBIENTE)
        .filter(word -> Ambiente.of(word).isEmpty())
        .ifPresent(
            word -> {
              throw InvalidSettingException.of(
                  GovBrConfig.AMBIENTE, "escolha", String.join(", ", Ambiente.configValues()));
            });
  }

  private void validateAddresses() {
    if (config.configured(GovBrConfig.URL_SSO).isEmpty()) {
      throw InvalidSettingException.of(GovBrConfig.URL_SSO, "endereco.falta");
    }
    List.of(GovBrConfig.URL_SSO, GovBrConfig.URL_API, GovBrConfig.URL_CATALOGO, SenhaSettings.URL)
        .forEach(
            key ->
                config
                    .configured(key)
                    .ifPresent(
                        address ->
                            EndpointSettings.validateAddress(
                                key, address, realm.getSslRequired())));
    config.endpoints().validate(realm.getSslRequired());
  }
}
