package io.github.govbrkeycloak.benchmarks.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What this run was measured on: without it, its figures mean nothing. */
final class Machine {

  /** Fields of {@code proc(5)}'s {@code stat}: all but idle and waiting for a disk. */
  private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

  private Machine() {}

  /** In a sentence. */
  static String described() throws IOException {
    long kibibytes = Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("\\D", ""));
    return "%d núcleos (%s), %d GiB de memória, Linux %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            value("/proc/cpuinfo", "model name"),
            Math.round(kibibytes / (1024.0 * 1024)),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  /** Processor time of all cores since the machine started, that of its host's other guests too. */
  static Duration busy() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
    long ticks = BUSY.stream().mapToLong(field -> Long.parseLong(fields[field])).sum();
    return Duration.ofMillis(ticks * 1000 / ProcessTree.TICKS_PER_SECOND);
  }

  private static String value(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    }
  }
}
