package io.github.govbrkeycloak.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A measurement")
class MeasurementTest {

  private final List<Duration> oneToTwenty =
      IntStream.rangeClosed(1, 20).mapToObj(Duration::ofMillis).toList();

  @Test
  void tells_the_median_and_the_slow_ones() {
    Measurement measured = new Measurement(Duration.ofSeconds(10), oneToTwenty);
    assertThat(measured.percentile(50)).isEqualTo(Duration.ofMillis(10));
    assertThat(measured.percentile(95)).isEqualTo(Duration.ofMillis(19));
    assertThat(measured.percentile(100)).isEqualTo(Duration.ofMillis(20));
    assertThat(measured.percentile(0)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void tells_how_many_a_minute() {
    assertThat(new Measurement(Duration.ofSeconds(10), oneToTwenty).perMinute()).isEqualTo(120);
  }
}
