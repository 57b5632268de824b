package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The gov.br people that an account is linked to.
 *
 * @param alias the identity provider of the login, which knows no account of the person yet
 */
record GovBrLinks(KeycloakSession session, RealmModel realm, String alias) {

  /** Whether the account is linked to anybody else than the person of this CPF. */
  boolean areOfAnother(UserModel user, Cpf cpf) {
    return session
        .users()
        .getFederatedIdentitiesStream(realm, user)
        .filter(link -> isOfGovBr(link.getIdentityProvider()))
        .anyMatch(link -> link.getIdentityProvider().equals(alias) || !isOf(link, cpf));
  }

  private boolean isOfGovBr(String other) {
    return provider(other)
        .map(IdentityProviderModel::getProviderId)
        .filter(GovBrIdentityProviderFactory.PROVIDER_ID::equals)
        .isPresent();
  }

  private Optional<IdentityProviderModel> provider(String other) {
    return Optional.ofNullable(session.identityProviders().getByAlias(other));
  }

  /** Where the keys to tell it are missing, it counts as somebody else's. */
  private boolean isOf(FederatedIdentityModel link, Cpf cpf) {
    GovBrConfig config = new GovBrConfig(provider(link.getIdentityProvider()).orElseThrow());
    Subject person = new Subject(cpf.digits(), Optional.of(cpf));
    try {
      return Identifiers.of(person, session, realm, config).isLinkedBy(link.getUserId());
    } catch (LoginRefusedException keyMissing) {
      return false;
    }
  }
}
