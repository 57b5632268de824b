package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The measured realm")
class RealmTest {

  private static final String GOV_BR = "http://localhost:4321";

  private Map<String, Object> realm;

  @BeforeEach
  void read() throws Exception {
    realm =
        JSONObjectUtils.parse(
            Realm.json(Path.of("..", "docker", "keycloak", "orgao-realm.json"), GOV_BR));
  }

  @Test
  void has_an_identity_provider_at_the_same_gov_br_for_each_way() throws Exception {
    Map<Object, Object> kinds =
        Arrays.stream(JSONObjectUtils.getJSONObjectArray(realm, "identityProviders"))
            .collect(Collectors.toMap(each -> each.get("alias"), each -> each.get("providerId")));

    assertThat(kinds)
        .containsEntry("generico", "oidc")
        .containsEntry("govbr", "govbr")
        .hasSize(Way.values().length);
    assertThat(JSONObjectUtils.getJSONObjectArray(realm, "identityProviders"))
        .allSatisfy(each -> assertThat(each.get("config").toString()).contains(GOV_BR));
  }

  @Test
  void lets_neither_side_do_more_than_it_does_by_itself() {
    assertThat(realm).containsEntry("eventsEnabled", false);
    assertThat(realm.get("identityProviderMappers").toString())
        .contains("oidc-username-idp-mapper")
        .doesNotContain("govbr");
  }
}
