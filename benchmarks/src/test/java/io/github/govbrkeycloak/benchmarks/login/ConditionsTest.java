package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The conditions of a measurement")
class ConditionsTest {

  private static Conditions.Moment moment(long second, long machine, long ours) {
    return new Conditions.Moment(
        second * 1_000_000_000L, Duration.ofSeconds(machine), Duration.ofSeconds(ours));
  }

  @Test
  void tell_what_part_of_the_cores_others_took() {
    assertThat(moment(5, 1000, 20).until(moment(15, 1015, 30), 2))
        .isEqualTo(new Conditions(Duration.ofSeconds(10), 0.25));
  }

  @Test
  void have_nobody_else_when_ticks_were_counted_twice() {
    assertThat(moment(0, 1000, 0).until(moment(10, 1010, 11), 2).others()).isZero();
  }
}
