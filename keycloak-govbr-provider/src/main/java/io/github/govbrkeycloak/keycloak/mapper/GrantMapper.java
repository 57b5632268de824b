package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.ReadOnlyException;

/**
 * Grants a role or a group while a fact holds, and takes it away at the first login in which the
 * fact no longer holds or is not known.
 *
 * <p>What is granted this way belongs to the mapper: granted by hand, it goes too. A role that
 * comes by way of a group, or of another role, is not touched.
 */
abstract class GrantMapper extends GovBrMapper {

  /** Whether the fact holds that the mapper waits for. */
  abstract boolean holds(Map<String, String> config, SessionFacts facts);

  /** The fields that say which fact. */
  abstract List<ProviderConfigProperty> conditionProperties();

  @Override
  public final String getDisplayCategory() {
    return "Role Importer";
  }

  @Override
  public final List<ProviderConfigProperty> getConfigProperties() {
    return Stream.of(conditionProperties(), GrantForm.properties()).flatMap(List::stream).toList();
  }

  @Override
  final void apply(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext login) {
    boolean holds =
        LoginFacts.of(login).filter(facts -> holds(mapper.getConfig(), facts)).isPresent();
    for (Grant grant : GrantForm.grants(session, realm, mapper)) {
      change(user, grant, holds, login, mapper);
    }
  }

  private static void change(
      UserModel user,
      Grant grant,
      boolean holds,
      BrokeredIdentityContext login,
      IdentityProviderMapperModel mapper) {
    try {
      switch (GrantDecision.of(holds, grant.isHeldBy(user), grant.isGivenIn(login))) {
        case GRANT -> grant.giveTo(user);
        case REVOKE -> grant.takeFrom(user);
        case NOTHING -> {}
      }
      if (holds) {
        grant.markGiven(login);
      }
    } catch (ReadOnlyException | ModelException directoryOnlyReads) {
      // Keycloak's LDAP mappers of roles and groups throw the second kind.
      MapperFault.READ_ONLY.log(mapper, grant.kind());
    }
  }
}
