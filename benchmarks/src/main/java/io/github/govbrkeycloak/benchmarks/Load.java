package io.github.govbrkeycloak.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who do the same again and again, each beginning anew when done. One failure ends it all: a
 * server that answers wrongly is not measured.
 *
 * @param people how many at once
 */
public record Load(int people) {

  /** Has it done so many times. */
  public Measurement run(Scenario scenario, int times) throws IOException, InterruptedException {
    AtomicInteger left = new AtomicInteger(times);
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      long begin = System.nanoTime();
      List<Future<List<Long>>> everybody = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        everybody.add(threads.submit(person(scenario, left)));
      }
      List<Long> durations = new ArrayList<>(times);
      for (Future<List<Long>> person : everybody) {
        durations.addAll(person.get());
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
      return new Measurement(elapsed, sorted(durations));
    } catch (ExecutionException failure) {
      throw new IOException("measurement given up: " + failure.getCause(), failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<List<Long>> person(Scenario scenario, AtomicInteger left) {
    return () -> {
      List<Long> durations = new ArrayList<>();
      try {
        while (left.getAndDecrement() > 0) {
          long begin = System.nanoTime();
          scenario.run();
          durations.add(System.nanoTime() - begin);
        }
        return durations;
      } catch (IOException | RuntimeException failure) {
        left.set(0);
        throw failure;
      }
    };
  }

  private static List<Duration> sorted(List<Long> nanoseconds) {
    return nanoseconds.stream().sorted().map(Duration::ofNanos).toList();
  }
}
