package io.github.govbrkeycloak.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.GovBrSimulator;
import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours.Active;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Its tests run at once; each finds what {@link #arrange} left, whoever was before or beside it.
 */
@GovBrSimulado(ajustes = "pkce=opcional")
@DisplayName("What a test changes")
class AlteraGovBrTest {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @BeforeAll
  static void arrange(GovBrSimulator govbr) {
    govbr.clock().shift(A_YEAR);
    govbr.behaviours().add(Behaviour.STATUS, Activation.always().at("jwk"));
    govbr.behaviours().add(Behaviour.STATUS, Activation.always().at("token").times(3));
  }

  @RepeatedTest(5)
  @AlteraGovBr
  void ends_with_it_if_it_said_that_it_would(GovBrSimulator govbr) {
    assertUnchanged(govbr);
    change(govbr);
  }

  @RepeatedTest(5)
  @Comporta(value = Behaviour.FORA_DO_AR, endpoint = "userinfo")
  void ends_with_it_if_it_made_gov_br_fail(GovBrSimulator govbr) {
    assertThat(govbr.behaviours().of(Behaviour.FORA_DO_AR)).hasSize(1);
    change(govbr);
  }

  @RepeatedTest(5)
  void ends_with_it_if_it_took_the_behaviours_too(GovBrSimulator govbr, Comportamentos gov) {
    assertUnchanged(govbr);
    gov.ligar(Behaviour.CORPO_VAZIO);
    change(govbr);
    gov.ligar(Behaviour.FIREWALL);
  }

  @RepeatedTest(20)
  void is_never_seen_by_its_neighbours(GovBrSimulator govbr) {
    assertUnchanged(govbr);
  }

  private static void change(GovBrSimulator govbr) {
    govbr.clock().stopAt(Instant.EPOCH);
    govbr.settings().choose(Choice.PKCE_REQUIRED);
    govbr.behaviours().deactivateAll();
    govbr.behaviours().activate(Behaviour.EXPIRADO, Activation.always());
  }

  private static void assertUnchanged(GovBrSimulator govbr) {
    assertThat(govbr.clock().stoppedAt()).isEmpty();
    assertThat(govbr.clock().shift()).isEqualTo(A_YEAR);
    assertThat(govbr.settings().of(Setting.PKCE)).isEqualTo(Choice.PKCE_OPTIONAL);
    assertThat(govbr.behaviours().all()).hasSize(2);
    assertThat(govbr.behaviours().of(Behaviour.STATUS))
        .extracting(Active::activation)
        .containsExactly(Activation.always().at("token").times(3), Activation.always().at("jwk"));
  }
}
