package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A claim that a login needs")
class EssentialClaimTest {

  private static Claims token() {
    Map<String, Object> values = new HashMap<>();
    values.put("email", "fulana@cidadao.example");
    values.put("amr", Arrays.asList("passwd", null, "otp"));
    values.put("email_verified", true);
    values.put("nothing", null);
    return new Claims(values);
  }

  @ParameterizedTest(name = "{0} like {1}: {2}")
  @CsvSource({
    "email, .*@cidadao\\.example, true",
    "email, cidadao, false",
    "amr, otp, true",
    "amr, x509, false",
    "email_verified, true, true",
    "nothing, .*, false",
    "missing, .*, false"
  })
  void is_there_when_one_of_its_values_matches_as_a_whole(String name, String values, boolean met) {
    assertThat(EssentialClaim.of(name, values).isIn(token())).isEqualTo(met);
  }

  @Test
  void must_have_a_name_and_a_readable_pattern() {
    assertThat(Told.inEnglish(() -> EssentialClaim.of(" ", ".*")))
        .startsWith("claimFilterName: give the name of the claim");
    assertThat(Told.inEnglish(() -> EssentialClaim.of("email", "[")))
        .startsWith("claimFilterValue: write a regular expression that can be read");
  }

  @Test
  void is_never_checked_by_keycloak_which_logs_the_values() {
    GovBrConfig config = new GovBrConfig();
    assertThat(config.essentialClaim()).isEmpty();

    config
        .getConfig()
        .putAll(
            Map.of("filteredByClaim", "true", "claimFilterName", "email", "claimFilterValue", "a"));

    assertThat(config.isFilteredByClaims()).isFalse();
    assertThat(config.essentialClaim()).isPresent();
  }
}
