package io.github.govbrkeycloak.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable jar in a process of its own, with as little memory as it should do with. */
final class RunningJar implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("Simulador do gov\\.br pronto em (\\S+) \\(dados fictícios\\)\\.");

  /** How a process ended and what it said. */
  record End(int status, String out, String err) {}

  private final Process process;
  private final BufferedReader out;
  private final Path err;

  private RunningJar(Process process, Path err) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.err = err;
  }

  /** Starts it; a port that is not told is a free one. */
  static RunningJar start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-jar", System.getProperty("simulator.jar")));
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile("simulador", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().put("SIMULADOR_PORTA", "0");
    builder.environment().putAll(environment);
    return new RunningJar(builder.start(), err);
  }

  /** The same without an environment. */
  static RunningJar start(String... arguments) throws IOException {
    return start(Map.of(), arguments);
  }

  /** Waits until it is ready, and says at which address. */
  String baseUrl() throws IOException {
    String line = out.readLine();
    Matcher ready = READY.matcher(String.valueOf(line));
    if (!ready.matches()) {
      throw new AssertionError("not ready: " + line + Files.readString(err));
    }
    return ready.group(1);
  }

  /** Waits until it has ended by itself. */
  End end() throws IOException, InterruptedException {
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("still running");
    }
    return new End(process.exitValue(), said, Files.readString(err));
  }

  /** Tells it to end, as a terminal or a container would. */
  End stop() throws IOException, InterruptedException {
    process.toHandle().destroy();
    return end();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(err);
  }
}
