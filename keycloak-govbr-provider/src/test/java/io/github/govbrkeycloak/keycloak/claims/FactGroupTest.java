package io.github.govbrkeycloak.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The groups of facts that a session keeps")
class FactGroupTest {

  @Test
  void have_the_names_of_the_groups_of_claims_but_for_what_is_always_kept() {
    assertThat(ClaimGroup.configValues())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(FactGroup.words().stream(), Stream.of(ClaimGroup.ENTRADA.configValue()))
                .toList());
  }
}
