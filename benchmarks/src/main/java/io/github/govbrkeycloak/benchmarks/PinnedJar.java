package io.github.govbrkeycloak.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A runnable jar on one core of this machine, with a heap no larger than told. */
public final class PinnedJar implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
  private static final Pattern OF_THE_HEAP =
      Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K");

  private final Process process;
  private final String baseUrl;

  private PinnedJar(Process process, String baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /** Starts a jar that prints its address in its first line when it is ready. */
  public static PinnedJar start(int core, String heap, Path jar, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "taskset",
            "-c",
            Integer.toString(core),
            java("java"),
            "-Xmx" + heap,
            "-jar",
            jar.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    Matcher address = ADDRESS.matcher(String.valueOf(out.readLine()));
    if (!address.find()) {
      process.destroy();
      throw new IOException(jar + " did not start");
    }
    return new PinnedJar(process, address.group());
  }

  /** Where it is. */
  public String baseUrl() {
    return baseUrl;
  }

  /** How long it has kept its core busy since it started. */
  public Duration busy() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What its heap holds after the garbage is collected, in bytes. */
  public long liveBytes() throws IOException {
    jcmd("GC.run");
    return OF_THE_HEAP
            .matcher(jcmd("GC.heap_info"))
            .results()
            .map(MatchResult::group)
            .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K", "$1")))
            .sum()
        * 1024;
  }

  @Override
  public void close() {
    process.destroy();
  }

  private String jcmd(String command) throws IOException {
    Process jcmd =
        new ProcessBuilder(List.of(java("jcmd"), Long.toString(process.pid()), command)).start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }
}
