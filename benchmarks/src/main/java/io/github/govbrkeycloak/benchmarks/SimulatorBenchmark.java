package io.github.govbrkeycloak.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** How many people a minute the simulated gov.br signs in on one core. */
public final class SimulatorBenchmark {

  private static final String HEAP = "64m";
  private static final String CORE = "0";

  private SimulatorBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments the jar, logins to warm up with, logins measured, people at once
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path jar = Path.of(arguments[0]);
    int warmUp = Integer.parseInt(arguments[1]);
    int logins = Integer.parseInt(arguments[2]);
    Load load = new Load(Integer.parseInt(arguments[3]));
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (PinnedJar simulator = PinnedJar.start(CORE, HEAP, jar, Map.of("SIMULADOR_PORTA", "0"))) {
      SimulatorLogin.register(http, simulator.baseUrl(), Service.MEASURED);
      Scenario login = new SimulatorLogin(http, simulator.baseUrl(), Service.MEASURED);
      load.run(login, warmUp);
      Duration before = simulator.busy();
      Measurement measured = load.run(login, logins);
      Duration busy = simulator.busy().minus(before);
      print(System.out, measured, busy, simulator.liveBytes());
    }
  }

  private static void print(PrintStream out, Measurement measured, Duration busy, long live) {
    int logins = measured.durations().size();
    out.printf(
        Locale.ROOT,
        "%d logins, %.0f a minute; p50 %d ms, p95 %d ms; %.2f ms of CPU each, core %.0f %% busy;"
            + " %.0f MB live of a heap of %s%n",
        logins,
        measured.perMinute(),
        measured.percentile(50).toMillis(),
        measured.percentile(95).toMillis(),
        busy.toNanos() / 1e6 / logins,
        100.0 * busy.toNanos() / measured.elapsed().toNanos(),
        live / 1e6,
        HEAP);
  }
}
