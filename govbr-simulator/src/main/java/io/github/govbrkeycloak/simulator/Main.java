package io.github.govbrkeycloak.simulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Runs the simulator until the process is told to end. */
public final class Main {

  private Main() {}

  /** Takes its options from the environment; see {@link SimulatorOptions#fromEnvironment}. */
  public static void main(String[] arguments) {
    readLoggingConfiguration();
    try {
      GovBrSimulator simulator =
          GovBrSimulator.start(SimulatorOptions.fromEnvironment(System.getenv()));
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "fim"));
      utf8(FileDescriptor.out)
          .println("Simulador do gov.br pronto em " + simulator.baseUrl() + " (dados fictícios).");
    } catch (RuntimeException e) {
      utf8(FileDescriptor.err).println("O simulador do gov.br não iniciou: " + reason(e));
      System.exit(1);
    }
  }

  /** Our accents arrive whatever the locale, which is often none in containers. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof BindException
        ? "a porta está em uso. Mude SIMULADOR_PORTA ou pare o outro programa."
        : failure.getMessage();
  }

  /** Undertow greets in several lines otherwise. */
  private static void readLoggingConfiguration() {
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
