package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runnable jar, running on a free port with the heap its guide promises is enough. */
public final class SimulatorProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile(
          "Simulador do gov\\.br pronto em (http://localhost:\\d+) \\(dados fictícios\\)\\.");

  private final Process process;
  private final BufferedReader out;
  private final String baseUrl;

  private SimulatorProcess(Process process) throws IOException {
    this.process = process;
    out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).matches(READY);
    Matcher ready = READY.matcher(line);
    baseUrl = ready.matches() ? ready.group(1) : "";
  }

  /** Starts it; it is ready when this returns. */
  public static SimulatorProcess start(Map<String, String> environment) throws IOException {
    Map<String, String> onFreePort = new HashMap<>(environment);
    onFreePort.put("SIMULADOR_PORTA", "0");
    return start(command().command(), onFreePort);
  }

  /** Starts it with a command of one's own. */
  static SimulatorProcess start(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new SimulatorProcess(builder.redirectError(Redirect.INHERIT).start());
  }

  /** The command that runs it. */
  static ProcessBuilder command() {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-jar",
        System.getProperty("simulator.jar"));
  }

  /** Its address, without a slash at the end. */
  public String baseUrl() {
    return baseUrl;
  }

  BufferedReader out() {
    return out;
  }

  Process process() {
    return process;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
