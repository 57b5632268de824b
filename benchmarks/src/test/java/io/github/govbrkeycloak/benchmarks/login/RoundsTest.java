package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.benchmarks.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rounds")
class RoundsTest {

  @Test
  void begin_with_another_thing_each_time() throws Exception {
    List<String> order = new ArrayList<>();
    Rounds.run(4, List.of(noted("a", order), noted("b", order), noted("c", order)));
    assertThat(String.join("", order)).isEqualTo("abc" + "bca" + "cab" + "abc");
  }

  @Test
  void compare_things_of_the_same_round_only() {
    Rounds rounds =
        new Rounds(
            List.of(
                List.of(block(10, 100), block(11, 90)),
                List.of(block(100, 1000), block(110, 900)),
                List.of(block(1000, 10_000), block(1100, 9_000))));

    assertThat(rounds.ratio(1, 0, Block::cpuMillis).median()).isEqualTo(1.1);
    assertThat(rounds.difference(0, 1, Block::p50).median()).isEqualTo(100);
    assertThat(rounds.of(0, Block::p50).median()).isEqualTo(1000);
  }

  @Test
  void share_processor_time_among_logins() {
    Measurement four =
        new Measurement(Duration.ofSeconds(1), List.of(millis(1), millis(2), millis(3), millis(9)));
    Block block = new Block(four, millis(50), millis(10));

    assertThat(block.cpuMillis()).isEqualTo(12.5);
    assertThat(block.settledCpuMillis()).as("without compiling").isEqualTo(10);
    assertThat(block.p50()).isEqualTo(2);
    assertThat(block.p95()).isEqualTo(9);
    assertThat(block.perSecond()).isEqualTo(4);
  }

  private static Rounds.Measured noted(String name, List<String> order) {
    return () -> {
      order.add(name);
      return block(1, 1);
    };
  }

  private static Block block(long cpuMillis, long p50) {
    return new Block(
        new Measurement(Duration.ofSeconds(1), List.of(millis(p50))),
        millis(cpuMillis),
        Duration.ZERO);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
