package io.github.govbrkeycloak.keycloak.mapper;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * An attribute of the account, or one of its three built-in fields of one value. The user name is
 * none: it is what recognises the account, and a CPF in it would reach events and logs.
 */
record AttributeTarget(String name) {

  /** The attribute of a configured name; empty when a mapper may not write it. */
  static Optional<AttributeTarget> of(String configured) {
    return Optional.ofNullable(configured)
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(UserModel.USERNAME))
        .map(AttributeTarget::new);
  }

  boolean isEmail() {
    return name.equals(UserModel.EMAIL);
  }

  /** Whether it is an attribute and not a built-in field. */
  boolean isAttribute() {
    return !isEmail() && !name.equals(UserModel.FIRST_NAME) && !name.equals(UserModel.LAST_NAME);
  }

  /** What a built-in field takes of several values is the first. */
  List<String> fitting(List<String> values) {
    return isAttribute() || values.size() < 2 ? values : values.subList(0, 1);
  }

  List<String> current(UserModel user) {
    return switch (name) {
      case UserModel.EMAIL -> known(user.getEmail());
      case UserModel.FIRST_NAME -> known(user.getFirstName());
      case UserModel.LAST_NAME -> known(user.getLastName());
      default -> user.getAttributeStream(name).toList();
    };
  }

  private static List<String> known(String value) {
    return value == null || value.isEmpty() ? List.of() : List.of(value);
  }

  /**
   * Replaces the values; none removes.
   *
   * @throws org.keycloak.storage.ReadOnlyException when the account's directory takes no change
   */
  void write(List<String> values, UserModel user) {
    String first = values.isEmpty() ? null : values.get(0);
    switch (name) {
      case UserModel.EMAIL -> user.setEmail(first);
      case UserModel.FIRST_NAME -> user.setFirstName(first);
      case UserModel.LAST_NAME -> user.setLastName(first);
      default -> {
        if (values.isEmpty()) {
          user.removeAttribute(name);
        } else {
          user.setAttribute(name, values);
        }
      }
    }
  }
}
