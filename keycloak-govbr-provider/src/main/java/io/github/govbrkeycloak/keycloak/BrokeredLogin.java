package io.github.govbrkeycloak.keycloak;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.identity.Contact;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.representations.JsonWebToken;

/**
 * What Keycloak is told of a person who signs in: enough for an account, and the facts for the
 * session.
 *
 * @param config of the identity provider
 * @param pseudonym the person's
 */
record BrokeredLogin(GovBrConfig config, String pseudonym) {

  /**
   * Tells it.
   *
   * @param identity what gov.br states
   * @param idToken that states who it is
   */
  BrokeredIdentityContext of(GovBrIdentity identity, JsonWebToken idToken) {
    BrokeredIdentityContext login = new BrokeredIdentityContext(idToken.getSubject(), config);
    login.setUsername(pseudonym);
    login.setModelUsername(pseudonym);
    login.setBrokerUserId(config.getAlias() + "." + pseudonym);
    identity
        .displayName()
        .map(PersonName::of)
        .ifPresent(
            name -> {
              login.setFirstName(name.first());
              login.setLastName(name.others());
            });
    identity
        .email()
        .filter(email -> email.verified().orElse(true))
        .map(Contact::value)
        .ifPresent(login::setEmail);
    login.getContextData().put(OIDCIdentityProvider.VALIDATED_ID_TOKEN, idToken);
    login
        .getContextData()
        .put(SessionFacts.NOTE, SessionFacts.of(identity, config.getAlias()).toNote());
    return login;
  }
}
