package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak counts what is put into its store of short-lived objects. */
@CompleteSystem
@DisplayName("gov.br's token")
class RefusedTokenIT {

  private static final String PERSON = "bronze-senha";
  private static final String FOR_ALL = "para-todos";
  private static final String FOR_OURO = "so-ouro";

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static DemandingRealm realm;

  @BeforeAll
  static void createRealm() {
    realm = DemandingRealm.create(SYSTEM, "token-recusado");
    realm.application(FOR_ALL, Map.of(), Map.of());
    realm.application(FOR_OURO, Map.of("minimum.acr.value", "ouro"), Map.of());
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @BeforeEach
  void makeAnAccount() {
    login(FOR_ALL);
  }

  private static PlainLogin login(String application) {
    SYSTEM.govBr().forgetEverybody();
    return PlainLogin.into(SYSTEM, realm.realm()).of(application).as(PERSON);
  }

  /** How many objects are stored during a login, where the session is to keep the token or not. */
  private static double stored(String application, boolean keepsToken) {
    realm.realm().set("guardarToken", String.valueOf(keepsToken));
    double before = stored();
    assertThat(login(application).isReached()).isEqualTo(application.equals(FOR_ALL));
    return stored() - before;
  }

  private static double stored() {
    return SYSTEM.metrics().sum("vendor_statistics_stores", "cache=actionTokens");
  }

  @Test
  void is_stored_by_a_login_that_counts() {
    assertThat(stored(FOR_ALL, true)).isEqualTo(stored(FOR_ALL, false) + 1);
  }

  @Test
  void is_not_stored_by_a_login_that_is_stopped() {
    double withoutToken = stored(FOR_OURO, false);
    assertThat(withoutToken).as("of the code, which counts once").isPositive();

    assertThat(stored(FOR_OURO, true)).isEqualTo(withoutToken);
  }
}
