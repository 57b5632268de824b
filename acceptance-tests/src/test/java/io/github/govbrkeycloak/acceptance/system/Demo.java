package io.github.govbrkeycloak.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code ./demo}, with the ports and the data directory of one system. */
final class Demo {

  private static final int LONGEST_START_MINUTES = 15;

  private static final Map<String, String> DEFAULT_PORTS =
      Map.of(
          "DEMO_PORTAL_PORT", "8080",
          "DEMO_KEYCLOAK_PORT", "8180",
          "DEMO_KEYCLOAK_MANAGEMENT_PORT", "9180",
          "DEMO_SIMULATOR_PORT", "8280");

  private final Path root;
  private final Map<String, String> environment;

  private Demo(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = environment;
  }

  /** The one that is up already, with the {@code DEMO_…} variables it was started with. */
  static Demo thatRuns() {
    Path root = projectRoot();
    return new Demo(root, attachedEnvironment(root));
  }

  /** One on free ports, with a data directory that this run throws away. */
  static Demo ofThisRun() {
    Path root = projectRoot();
    return new Demo(root, freshEnvironment(root.resolve("acceptance-tests/target/demo")));
  }

  /** Starts it without what an earlier run has left. */
  void startAfresh() {
    run("down");
    delete(dataFile("portal/data"));
    run("up");
  }

  /** A file of the project, by its path from the root. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** A file of what is running, by its path from the data directory. */
  Path dataFile(String path) {
    return Path.of(environment.get("DEMO_DATA")).resolve(path);
  }

  /** The address of a server, without a trailing slash, by the variable of its port. */
  String address(String portVariable) {
    return "http://localhost:" + environment.get(portVariable);
  }

  /** Runs a command of {@code ./demo} and gives back what it said. */
  String run(String command) {
    try {
      Path output = Files.createTempFile("demo-" + command, ".log");
      ProcessBuilder builder =
          new ProcessBuilder("bash", root.resolve("demo").toString(), command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(LONGEST_START_MINUTES, TimeUnit.MINUTES);
      String said = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException("./demo " + command + " failed:\n" + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ./demo " + command + " ran", e);
    }
  }

  /** Every log file its servers have written. */
  List<Path> logs() {
    return Stream.of("logs", "portal/log", "keycloak/data/log")
        .flatMap(folder -> filesBelow(dataFile(folder)).stream())
        .toList();
  }

  private static Path projectRoot() {
    return Path.of(Optional.ofNullable(System.getProperty("project.root")).orElse(".."))
        .toAbsolutePath()
        .normalize();
  }

  private static Map<String, String> attachedEnvironment(Path root) {
    Map<String, String> environment = new LinkedHashMap<>(DEFAULT_PORTS);
    environment.put("DEMO_DATA", root.resolve(".demo").toString());
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("DEMO_"))
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue()));
    return environment;
  }

  private static Map<String, String> freshEnvironment(Path data) {
    List<String> variables =
        List.of(
            "DEMO_PORTAL_PORT",
            "DEMO_PORTAL_MANAGEMENT_PORT",
            "DEMO_KEYCLOAK_PORT",
            "DEMO_KEYCLOAK_MANAGEMENT_PORT",
            "DEMO_SIMULATOR_PORT");
    List<Integer> ports = freePorts(variables.size());
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = 0; i < variables.size(); i++) {
      environment.put(variables.get(i), ports.get(i).toString());
    }
    environment.put("DEMO_DATA", data.toString());
    environment.put("DEMO_BUILD", "no");
    environment.put("DEMO_TIMEOUT", Integer.toString(LONGEST_START_MINUTES * 60 - 30));
    return environment;
  }

  /** Different ports, all held open until all are known. */
  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sockets.forEach(Demo::closeQuietly);
    }
  }

  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> filesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
