package io.github.govbrkeycloak.keycloak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

@DisplayName("Accounts of Keycloak's own may have an attribute")
class DirectoryTest {

  @Test
  void that_the_profile_declares() {
    UPConfig profile = new UPConfig();
    profile.addOrReplaceAttribute(new UPAttribute("cpf"));
    assertThat(Directory.isKept(profile, "cpf")).isTrue();
    assertThat(Directory.isKept(profile, "cfp")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, true", "ADMIN_EDIT, true", "ADMIN_VIEW, true", ", false"})
  void that_it_does_not_declare_where_the_realm_allows_any(
      UnmanagedAttributePolicy policy, boolean kept) {
    UPConfig profile = new UPConfig();
    profile.setAttributes(List.of());
    profile.setUnmanagedAttributePolicy(policy);
    assertThat(Directory.isKept(profile, "cpf")).isEqualTo(kept);
  }
}
