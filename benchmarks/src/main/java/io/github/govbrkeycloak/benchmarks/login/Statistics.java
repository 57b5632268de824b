package io.github.govbrkeycloak.benchmarks.login;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What can be said of a few noisy numbers. */
final class Statistics {

  private static final int SAMPLES = 10_000;
  private static final long SEED = 2026;

  private Statistics() {}

  /**
   * Where the median lies.
   *
   * @param median of the numbers
   * @param low the interval of 95 % begins here
   * @param high and ends here
   */
  record Estimate(double median, double low, double high) {}

  /** The median; between the two in the middle when there is none in the middle. */
  static double median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException("no numbers");
    }
    List<Double> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * The median with its interval of 95 %, by bootstrap: medians of samples drawn from the numbers
   * themselves. The same numbers give the same interval.
   */
  static Estimate estimate(List<Double> numbers) {
    Random chance = new Random(SEED);
    List<Double> medians = new ArrayList<>(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      medians.add(
          median(chance.ints(numbers.size(), 0, numbers.size()).mapToObj(numbers::get).toList()));
    }
    Collections.sort(medians);
    return new Estimate(
        median(numbers), medians.get(SAMPLES * 25 / 1000), medians.get(SAMPLES * 975 / 1000 - 1));
  }
}
