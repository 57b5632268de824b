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

  /**
   * Processor time of those threads of the first of them whose name contains this, as far as they
   * have not ended.
   */
  Duration busyThreads(String name) throws IOException {
    long nanos = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + root.pid() + "/task"))) {
      for (Path thread : threads.toList()) {
        nanos += isCalled(thread, name) ? nanos(thread) : 0;
      }
    }
    return Duration.ofNanos(nanos);
  }

  private static boolean isCalled(Path thread, String name) throws IOException {
    Path file = thread.resolve("comm");
    return Files.exists(file) && Files.readString(file).contains(name);
  }

  /** Linux counts a thread's time on the processor in nanoseconds, before its time of waiting. */
  private static long nanos(Path thread) throws IOException {
    return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", -1)[0]);
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
