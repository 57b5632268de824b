package io.github.govbrkeycloak.keycloak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

@DisplayName("An attribute with the CPF may be written by people themselves")
class SelfWrittenTest {

  private static UPConfig declared(Set<String> writers) {
    UPConfig profile = new UPConfig();
    profile.addOrReplaceAttribute(
        new UPAttribute("cpf", new UPAttributePermissions(Set.of("admin"), writers)));
    return profile;
  }

  @Test
  void where_the_profile_says_so() {
    assertThat(SelfWritten.isOpen(declared(Set.of("admin", "user")), "cpf")).isTrue();
    assertThat(SelfWritten.isOpen(declared(Set.of("admin")), "cpf")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, true", "ADMIN_EDIT, false", "ADMIN_VIEW, false", ", false"})
  void where_it_is_not_declared_and_everything_is_open(
      UnmanagedAttributePolicy policy, boolean open) {
    UPConfig profile = new UPConfig();
    profile.setAttributes(List.of());
    profile.setUnmanagedAttributePolicy(policy);
    assertThat(SelfWritten.isOpen(profile, "cpf")).isEqualTo(open);
  }
}
