package io.github.govbrkeycloak.keycloak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Nivel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who signed in is read from the ID token")
class IdentityReaderTest {

  private static final Claims NO_USERINFO = new Claims(Map.of());

  private static Map<String, Object> token() {
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", "52998224725");
    claims.put("name", "Fulana de Tal");
    claims.put("iat", 1_800_000_000);
    return claims;
  }

  private static GovBrIdentity read(Map<String, Object> claims) {
    return read(new Claims(claims), NO_USERINFO);
  }

  private static GovBrIdentity read(Claims token, Claims userInfo) {
    return IdentityReader.read(
        Subject.of(token, false).orElseThrow(),
        token,
        userInfo,
        IdentityReader.reliability(token),
        Optional.empty(),
        ExtraFacts.NONE);
  }

  @Test
  void with_all_that_gov_br_states() {
    Map<String, Object> claims = token();
    claims.put("social_name", "Beltrana");
    claims.put("email", "fulana@exemplo.gov.br");
    claims.put("email_verified", "true");
    claims.put("amr", List.of("passwd", "mfa", "otp"));
    claims.put("cnpj", "12.345.678/0001-95");
    claims.put("cnpj_certificate_name", "EMPRESA LTDA");
    claims.put("auth_time", 1_799_999_000);
    claims.put(
        "reliability_info",
        Map.of(
            "level",
            "gold",
            "reliabilities",
            List.of(Map.of("id", "901", "updatedAt", "2025-08-19T16:41:24.853-0300"))));

    GovBrIdentity identity = read(claims);

    assertThat(identity.displayName()).contains("Beltrana");
    assertThat(identity.email()).contains(new Contact("fulana@exemplo.gov.br", Optional.of(true)));
    assertThat(identity.amr()).extracting(Amr::value).containsExactly("passwd", "mfa", "otp");
    assertThat(identity.company())
        .contains(
            new CompanyCertificate(
                Cnpj.of("12345678000195"), Optional.of("EMPRESA LTDA"), Optional.empty()));
    assertThat(identity.authenticatedAt()).isEqualTo(Instant.ofEpochSecond(1_799_999_000));
    assertThat(identity.reliability().nivel()).contains(Nivel.OURO);
    assertThat(identity.reliability().selos().get(0).updatedAt())
        .contains(OffsetDateTime.parse("2025-08-19T16:41:24.853-03:00"));
  }

  @Test
  void and_what_it_does_not_state_is_absent() {
    GovBrIdentity identity = read(token());

    assertThat(identity.socialName()).isEmpty();
    assertThat(identity.email()).isEmpty();
    assertThat(identity.phone()).isEmpty();
    assertThat(identity.company()).isEmpty();
    assertThat(identity.reliability()).isEqualTo(Reliability.UNKNOWN);
    assertThat(identity.authenticatedAt()).isEqualTo(Instant.ofEpochSecond(1_800_000_000));
  }

  @Test
  void and_claims_of_unexpected_types_never_fail_a_login() {
    Map<String, Object> claims = token();
    claims.put("name", List.of("Fulana"));
    claims.put("email", Map.of("address", "x"));
    claims.put("amr", "passwd");
    claims.put("cnpj", "not a cnpj");
    claims.put("auth_time", "yesterday");
    claims.put("reliability_info", Map.of("level", 3, "reliabilities", "801"));

    GovBrIdentity identity = read(claims);

    assertThat(identity.name()).isEmpty();
    assertThat(identity.email()).isEmpty();
    assertThat(identity.amr()).extracting(Amr::value).containsExactly("passwd");
    assertThat(identity.company()).isEmpty();
    assertThat(identity.reliability().nivel()).contains(Nivel.OURO);
    assertThat(identity.reliability().selos()).isEmpty();
  }

  @Test
  void and_a_level_and_a_seal_of_the_future_are_kept_by_name() {
    Map<String, Object> claims = token();
    claims.put(
        "reliability_info",
        Map.of(
            "level",
            "diamond",
            "reliabilities",
            List.of(Map.of("id", "999", "updatedAt", "some day"))));

    Reliability reliability = read(claims).reliability();

    assertThat(reliability.nivel().orElseThrow().name()).isEqualTo("diamond");
    assertThat(reliability.nivel().orElseThrow().isAtLeast(Nivel.BRONZE)).isFalse();
    assertThat(reliability.selos().get(0).selo().id()).isEqualTo("999");
    assertThat(reliability.selos().get(0).updatedAt()).isEmpty();
  }

  @Test
  void and_what_the_token_lacks_is_taken_from_userinfo() {
    Map<String, Object> claims = token();
    claims.remove("name");
    Claims userInfo =
        new Claims(Map.of("name", "Fulana de Tal", "email", "f@x.br", "email_verified", true));

    GovBrIdentity identity = read(new Claims(claims), userInfo);

    assertThat(identity.name()).contains("Fulana de Tal");
    assertThat(identity.email()).contains(new Contact("f@x.br", Optional.of(true)));
  }

  @Test
  void and_is_never_printed() {
    assertThat(read(token()).toString()).doesNotContain("52998224725").doesNotContain("Fulana");
  }
}
