package io.github.govbrkeycloak.keycloak.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.broker.provider.ConfigConstants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The two fields with which a mapper says what it grants: a role, a group, or both. They have the
 * names that Keycloak keeps up to date when a role, client or group is renamed.
 */
final class GrantForm {

  private GrantForm() {}

  /** What a mapper grants; what the realm no longer has is told to the log and left out. */
  static List<Grant> grants(
      KeycloakSession session, RealmModel realm, IdentityProviderMapperModel mapper) {
    List<Grant> grants = new ArrayList<>();
    String roleName = configured(mapper.getConfig(), ConfigConstants.ROLE);
    String groupPath = configured(mapper.getConfig(), ConfigConstants.GROUP);
    if (!roleName.isEmpty()) {
      RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, roleName);
      if (role == null) {
        MapperFault.TARGET_MISSING.log(mapper, "role");
      } else {
        grants.add(new Grant.OfRole(role, roleName));
      }
    }
    if (!groupPath.isEmpty()) {
      GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, groupPath);
      if (group == null) {
        MapperFault.TARGET_MISSING.log(mapper, "group");
      } else {
        grants.add(new Grant.OfGroup(group));
      }
    }
    if (roleName.isEmpty() && groupPath.isEmpty()) {
      MapperFault.CONFIGURATION.log(mapper, ConfigConstants.ROLE);
    }
    return grants;
  }

  private static String configured(Map<String, String> config, String key) {
    return config.getOrDefault(key, "").strip();
  }

  static List<ProviderConfigProperty> properties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(ConfigConstants.ROLE)
        .label("govbr.mapper.papel.label")
        .helpText("govbr.mapper.papel.help")
        .type(ProviderConfigProperty.ROLE_TYPE)
        .add()
        .property()
        .name(ConfigConstants.GROUP)
        .label("govbr.mapper.grupo.label")
        .helpText("govbr.mapper.grupo.help")
        .type(ProviderConfigProperty.GROUP_TYPE)
        .add()
        .build();
  }
}
