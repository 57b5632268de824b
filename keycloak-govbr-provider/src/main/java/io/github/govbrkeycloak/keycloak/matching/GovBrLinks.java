package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.model.Cpf;
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
    IdentityProviderModel provider = session.identityProviders().getByAlias(other);
    return provider != null
        && GovBrIdentityProviderFactory.PROVIDER_ID.equals(provider.getProviderId());
  }

  private static boolean isOf(FederatedIdentityModel link, Cpf cpf) {
    return Cpf.parse(link.getUserId()).filter(cpf::equals).isPresent();
  }
}
