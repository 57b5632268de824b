package io.github.govbrkeycloak.acceptance.provider;

import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the servers have written into their logs since a moment. */
public final class LogSince {

  private static final Duration LONGEST_WRITING = Duration.ofMinutes(1);

  private final RunningSystem system;
  private final Map<Path, Long> sizes = new HashMap<>();

  private LogSince(RunningSystem system) {
    this.system = system;
    system.logs().forEach(log -> sizes.put(log, log.toFile().length()));
  }

  /** From this moment on. */
  public static LogSince now(RunningSystem system) {
    return new LogSince(system);
  }

  List<Path> files() {
    return system.logs();
  }

  /** What one of them has got since. */
  String writtenTo(Path log) {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(sizes.getOrDefault(log, 0L), all.length);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether any of them has got a text since. */
  public boolean has(String text) {
    return files().stream().anyMatch(log -> writtenTo(log).contains(text));
  }

  /** Waits until one of them has got a text. */
  public void awaitText(String text) {
    await().alias(text).atMost(LONGEST_WRITING).until(() -> has(text));
  }
}
