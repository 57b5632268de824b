package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.benchmarks.login.Statistics.Estimate;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Noisy numbers")
class StatisticsTest {

  @Test
  void have_the_one_in_the_middle_as_their_median() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4.0);
  }

  @Test
  void have_the_mean_of_the_two_in_the_middle_when_there_is_no_middle() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 5.0))).isEqualTo(4.5);
  }

  @Test
  void have_no_median_when_there_are_none() {
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void have_no_interval_when_they_are_all_alike() {
    assertThat(Statistics.estimate(List.of(1.5, 1.5, 1.5, 1.5)))
        .isEqualTo(new Estimate(1.5, 1.5, 1.5));
  }

  @Test
  void give_the_same_interval_every_time() {
    List<Double> numbers = List.of(1.0, 1.1, 0.9, 1.2, 0.8, 1.05);
    assertThat(Statistics.estimate(numbers)).isEqualTo(Statistics.estimate(numbers));
  }

  @Test
  void lie_within_what_was_seen() {
    Estimate estimate = Statistics.estimate(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertThat(estimate.median()).isEqualTo(3.0);
    assertThat(estimate.low()).isBetween(1.0, 3.0);
    assertThat(estimate.high()).isBetween(3.0, 5.0);
  }

  /** Twenty normal numbers around 1 with a deviation of 10 %, again and again. */
  @Test
  void have_the_true_median_in_their_interval_about_nineteen_times_of_twenty() {
    Random chance = new Random(7);
    int runs = 200;
    long right =
        IntStream.range(0, runs)
            .mapToObj(
                run ->
                    Statistics.estimate(
                        DoubleStream.generate(() -> 1 + chance.nextGaussian() / 10)
                            .limit(20)
                            .boxed()
                            .toList()))
            .filter(estimate -> estimate.low() <= 1 && estimate.high() >= 1)
            .count();
    assertThat(right).isBetween(runs * 90L / 100, runs * 99L / 100);
  }
}
