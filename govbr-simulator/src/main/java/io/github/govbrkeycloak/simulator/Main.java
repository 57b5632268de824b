package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.start.StartFailure;
import io.github.govbrkeycloak.simulator.start.StartRequest;
import io.github.govbrkeycloak.simulator.start.UsageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.LogManager;

/** Runs the simulator until the process is told to end. */
public final class Main {

  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /** Takes its options from flags, environment and configuration file; see {@code --help}. */
  public static void main(String[] arguments) {
    try {
      StartRequest request = StartRequest.of(System.getenv(), arguments);
      Optional<String> text = request.text();
      if (text.isPresent()) {
        utf8(FileDescriptor.out).print(text.get());
      } else {
        start(request.options());
      }
    } catch (UsageException e) {
      fail(WRONG_USAGE, e.getMessage());
    }
  }

  private static void start(SimulatorOptions options) {
    beQuiet();
    try {
      GovBrSimulator simulator = GovBrSimulator.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "fim"));
      utf8(FileDescriptor.out)
          .println("Simulador do gov.br pronto em " + simulator.baseUrl() + " (dados fictícios).");
    } catch (RuntimeException e) {
      fail(CANNOT_START, StartFailure.reason(e, options.network()));
    }
  }

  private static void fail(int status, String reason) {
    utf8(FileDescriptor.err).println("O simulador do gov.br não iniciou: " + reason);
    System.exit(status);
  }

  /** Our accents arrive whatever the locale, which is often none in containers. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Undertow greets in several lines otherwise, and SLF4J misses a logger. */
  private static void beQuiet() {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream in = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
