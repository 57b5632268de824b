package io.github.govbrkeycloak.keycloak.mapper;

import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** A role or a group, as something that an account has or has not. */
sealed interface Grant {

  /** The kind, for the log. */
  String kind();

  /** Whether the account has it itself, not by way of another role or group. */
  boolean isHeldBy(UserModel user);

  void giveTo(UserModel user);

  void takeFrom(UserModel user);

  /** Tells the mappers that come after that this login gives it. */
  void markGiven(BrokeredIdentityContext login);

  boolean isGivenIn(BrokeredIdentityContext login);

  /**
   * A role.
   *
   * @param role of the realm or of a client
   * @param configured its name in the configuration, by which Keycloak's mappers mark it
   */
  record OfRole(RoleModel role, String configured) implements Grant {

    @Override
    public String kind() {
      return "role";
    }

    @Override
    public boolean isHeldBy(UserModel user) {
      return user.hasDirectRole(role);
    }

    @Override
    public void giveTo(UserModel user) {
      user.grantRole(role);
    }

    @Override
    public void takeFrom(UserModel user) {
      user.deleteRoleMapping(role);
    }

    @Override
    public void markGiven(BrokeredIdentityContext login) {
      login.addMapperGrantedRole(configured);
    }

    @Override
    public boolean isGivenIn(BrokeredIdentityContext login) {
      return login.hasMapperGrantedRole(configured);
    }
  }

  /** A group. */
  record OfGroup(GroupModel group) implements Grant {

    @Override
    public String kind() {
      return "group";
    }

    @Override
    public boolean isHeldBy(UserModel user) {
      return user.getGroupsStream().anyMatch(group::equals);
    }

    @Override
    public void giveTo(UserModel user) {
      user.joinGroup(group);
    }

    @Override
    public void takeFrom(UserModel user) {
      user.leaveGroup(group);
    }

    @Override
    public void markGiven(BrokeredIdentityContext login) {
      login.addMapperAssignedGroup(group.getId());
    }

    @Override
    public boolean isGivenIn(BrokeredIdentityContext login) {
      return login.hasMapperAssignedGroup(group.getId());
    }
  }
}
