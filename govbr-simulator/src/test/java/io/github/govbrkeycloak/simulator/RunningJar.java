package io.github.govbrkeycloak.simulator;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runnable jar in a process of its own, with as little memory as its guide promises is enough.
 * What it says goes to files, so that nobody waits for a jar that hangs or says too much.
 */
public final class RunningJar implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("Simulador do gov\\.br pronto em (\\S+) \\(dados fictícios\\)\\.\\R");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** How a process ended and what it said, besides that it was ready. */
  record End(int status, String out, String err) {}

  private final Process process;
  private final Path out;
  private final Path err;

  private RunningJar(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it; a port that is not told is a free one. */
  public static RunningJar start(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-jar", System.getProperty("simulator.jar")));
    command.addAll(List.of(arguments));
    Map<String, String> onFreePort = new HashMap<>(Map.of("SIMULADOR_PORTA", "0"));
    onFreePort.putAll(environment);
    return start(command, onFreePort);
  }

  /** The same without an environment. */
  static RunningJar start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** Starts it with a command of one's own. */
  static RunningJar start(List<String> command, Map<String, String> environment)
      throws IOException {
    Path out = Files.createTempFile("simulador", ".out");
    Path err = Files.createTempFile("simulador", ".err");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    try {
      return new RunningJar(builder.start(), out, err);
    } catch (IOException e) {
      Files.delete(out);
      Files.delete(err);
      throw e;
    }
  }

  /** Waits until it is ready, and says at which address, without a slash at the end. */
  public String baseUrl() throws IOException {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || ready().find());
    Matcher ready = ready();
    if (!ready.find()) {
      throw new AssertionError("not ready: " + said());
    }
    return ready.group(1);
  }

  /** All that it has said so far. */
  String said() throws IOException {
    return read(out) + read(err);
  }

  /** Waits until it has ended by itself. */
  End end() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + said());
    }
    return new End(process.exitValue(), ready().replaceFirst(""), read(err));
  }

  /** Tells it to end, as a terminal or a container would. */
  End stop() throws IOException, InterruptedException {
    process.toHandle().destroy();
    return end();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }

  private Matcher ready() throws IOException {
    return READY.matcher(read(out));
  }

  /** It may end in half a character while the jar is writing. */
  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
