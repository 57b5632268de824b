package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.facts.NeedsFacts;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What all mappers of {@code govbr} have in common: a new account and a known one are treated
 * alike. Sync mode {@code LEGACY} is {@code FORCE}: it is the console's default, and a role that
 * follows a level must not outlive it by default.
 */
abstract class GovBrMapper extends AbstractIdentityProviderMapper implements NeedsFacts {

  @Override
  public final String[] getCompatibleProviders() {
    return new String[] {GovBrIdentityProviderFactory.PROVIDER_ID};
  }

  @Override
  public final boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
    return true;
  }

  @Override
  public final void importNewUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    apply(session, realm, user, mapper, context);
  }

  @Override
  public final void updateBrokeredUser(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    apply(session, realm, user, mapper, context);
  }

  /** The console shows it as it is, without looking for a message: so it is in both languages. */
  @Override
  public abstract String getHelpText();

  /** Brings the account in line with the facts of this login. */
  abstract void apply(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context);
}
