package io.github.govbrkeycloak.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A runnable jar on chosen cores of this machine, with a heap no larger than told. */
public final class PinnedJar implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  private final Process process;
  private final String baseUrl;

  private PinnedJar(Process process, String baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /**
   * Starts a jar that prints its address in its first line when it is ready.
   *
   * @param cores as {@code taskset} takes them: {@code 0}, {@code 0-3}
   */
  public static PinnedJar start(
      String cores, String heap, Path jar, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "taskset",
            "-c",
            cores,
            JavaProcess.tool("java"),
            "-Xmx" + heap,
            "-jar",
            jar.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectError(Redirect.INHERIT).start();
    // Should this program be told to end, the other ends with it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
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

  /** How long it has kept its cores busy since it started. */
  public Duration busy() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** What its heap holds after the garbage is collected, in bytes. */
  public long liveBytes() throws IOException {
    return new JavaProcess(process.toHandle()).liveBytes();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
