package io.github.govbrkeycloak.keycloak.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A circuit")
class CircuitTest {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");
  private final Circuit circuit = new Circuit(new Circuit.Rules(3, 5, PAUSE), () -> now);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(circuit.allows()).isTrue();
      circuit.failed(Optional.empty());
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void lets_calls_through_while_the_api_works() {
    for (int i = 0; i < 20; i++) {
      assertThat(circuit.allows()).isTrue();
      circuit.succeeded();
    }
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void opens_when_enough_of_the_last_calls_failed() {
    fail(2);
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    fail(1);
    assertThat(circuit.state()).isEqualTo(Circuit.State.OPEN);
    assertThat(circuit.allows()).isFalse();
  }

  @Test
  void forgets_failures_that_are_long_past() {
    fail(2);
    for (int i = 0; i < 5; i++) {
      circuit.succeeded();
    }
    fail(2);
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void lets_one_call_try_after_the_pause() {
    fail(3);
    pass(PAUSE.minusMillis(1));
    assertThat(circuit.allows()).isFalse();
    pass(Duration.ofMillis(1));
    assertThat(circuit.allows()).isTrue();
    assertThat(circuit.state()).isEqualTo(Circuit.State.HALF_OPEN);
    assertThat(circuit.allows()).as("only one").isFalse();
  }

  @Test
  void closes_when_the_trial_succeeds_and_starts_counting_anew() {
    fail(3);
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
    circuit.succeeded();
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    fail(2);
    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void opens_anew_when_the_trial_fails() {
    fail(3);
    pass(PAUSE);
    fail(1);
    assertThat(circuit.state()).isEqualTo(Circuit.State.OPEN);
    assertThat(circuit.allows()).isFalse();
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
  }

  @Test
  void lets_another_try_when_the_trial_was_not_made() {
    fail(3);
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
    circuit.abstained();
    assertThat(circuit.allows()).isTrue();
  }

  @Test
  void is_not_stuck_when_nobody_reports_on_the_trial() {
    fail(3);
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
  }

  @Test
  void opens_at_once_for_as_long_as_the_api_asks_for() {
    assertThat(circuit.allows()).isTrue();
    circuit.failed(Optional.of(Duration.ofSeconds(60)));
    pass(PAUSE);
    assertThat(circuit.allows()).isFalse();
    pass(PAUSE);
    assertThat(circuit.allows()).isTrue();
  }

  @Test
  void does_not_stay_open_longer_for_calls_from_before_it_opened() {
    fail(3);
    pass(PAUSE.minusMillis(1));
    circuit.failed(Optional.empty());
    circuit.failed(Optional.empty());
    circuit.failed(Optional.empty());
    pass(Duration.ofMillis(1));
    assertThat(circuit.allows()).isTrue();
  }

  @Test
  void is_not_closed_by_a_late_success_from_before_it_opened() {
    fail(3);
    circuit.succeeded();
    assertThat(circuit.state()).isEqualTo(Circuit.State.OPEN);
  }
}
