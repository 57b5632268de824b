package io.github.govbrkeycloak.benchmarks.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A program and all that it has started, as Linux counts them. */
record ProcessTree(ProcessHandle root) {

  /** In which Linux counts processor time. */
  static final long TICKS_PER_SECOND = 100;

  /** Processor time since they began, those that have ended included. */
  Duration busy() throws IOException {
    long ticks = 0;
    for (ProcessHandle process : Stream.concat(Stream.of(root), root.descendants()).toList()) {
      ticks += ticks(process.pid());
    }
    return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
  }

  /** Memory that the first of them occupies, in bytes. */
  long residentBytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + root.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Fields 14 to 17 of {@code proc(5)}'s {@code stat}: own time and that of ended children. */
  private static long ticks(long pid) throws IOException {
    Path file = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(file)) {
      return 0;
    }
    String stat = Files.readString(file);
    String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(afterName[field])).sum();
  }
}
