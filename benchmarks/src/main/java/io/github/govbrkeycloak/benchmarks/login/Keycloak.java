package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.JavaProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Keycloak that runs in production mode, with a heap that neither grows nor shrinks. */
final class Keycloak implements AutoCloseable {

  /** Linux shows fifteen letters of "C2 CompilerThread0". */
  private static final String COMPILER = "CompilerThre";

  private static final String HEAP = "-Xms1g -Xmx1g -XX:+AlwaysPreTouch";
  private static final Duration LONGEST_START = Duration.ofMinutes(10);
  private static final long LONGEST_STOP_SECONDS = 120;

  private final HttpClient http;
  private final KeycloakInstallation installation;
  private final Process script;
  private final int port;
  private final int managementPort;

  private Keycloak(
      HttpClient http,
      KeycloakInstallation installation,
      PostgreSql database,
      int port,
      int managementPort)
      throws IOException {
    this.http = http;
    this.installation = installation;
    this.port = port;
    this.managementPort = managementPort;
    this.script = installation.run(arguments(database), HEAP);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts one that listens on this port and waits until it is ready. */
  static Keycloak start(
      HttpClient http, KeycloakInstallation installation, PostgreSql database, int port)
      throws IOException, InterruptedException {
    Keycloak keycloak = new Keycloak(http, installation, database, port, freePort());
    try {
      keycloak.awaitReady();
      return keycloak;
    } catch (IOException | InterruptedException e) {
      keycloak.close();
      throw e;
    }
  }

  private List<String> arguments(PostgreSql database) {
    return List.of(
        "start",
        "--optimized",
        "--import-realm",
        "--cache=local",
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + managementPort,
        "--hostname-strict=false",
        "--db-url=" + database.jdbcUrl(),
        "--db-username=postgres",
        "--db-password=postgres");
  }

  /** Address of a Keycloak on this port. */
  static String address(int port) {
    return "http://localhost:" + port;
  }

  /** A port that nobody uses at the moment. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Processor time since it started. */
  Duration busy() throws IOException {
    return new ProcessTree(script.toHandle()).busy();
  }

  /** Processor time that the JVM has taken to compile what it runs. */
  Duration compiling() throws IOException {
    return new ProcessTree(java().process()).busyThreads(COMPILER);
  }

  /** Memory that it occupies, in bytes. */
  long residentBytes() throws IOException {
    return new ProcessTree(java().process()).residentBytes();
  }

  /** What its heap holds after the garbage is collected, in bytes. */
  long liveBytes() throws IOException {
    return java().liveBytes();
  }

  /** Its Java program. */
  JavaProcess java() {
    return JavaProcess.startedBy(script);
  }

  /** Its metrics at this moment. */
  Metrics metrics() throws IOException, InterruptedException {
    return new Metrics(get("/metrics").body().lines().toList());
  }

  /** What it has warned of since it started, each once and without what changes each time. */
  Set<String> warnings() throws IOException {
    try (Stream<String> lines = Files.lines(installation.log())) {
      Set<String> warnings = new TreeSet<>();
      lines
          .filter(line -> line.matches("\\S+ \\S+ (WARN|ERROR) .*"))
          .map(line -> line.replaceFirst("^\\S+ \\S+ ", ""))
          .map(line -> line.replaceFirst("\\([^)]*\\) ", "").replaceAll("\\d+", "N"))
          .forEach(warnings::add);
      return warnings;
    }
  }

  /** Asks it to end, and tells how long that took; empty of hope after two minutes. */
  Duration stop() throws IOException, InterruptedException {
    ProcessHandle java = java().process();
    long begin = System.nanoTime();
    java.destroy();
    if (!script.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      java.destroyForcibly();
      throw new IOException("Keycloak did not stop");
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  @Override
  public void close() {
    Stream.concat(script.descendants(), Stream.of(script.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroy);
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!isReady()) {
      if (!script.isAlive() || System.nanoTime() > deadline) {
        throw new IOException("Keycloak did not start: see " + installation.log());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address(managementPort) + path)).build(),
        BodyHandlers.ofString());
  }
}
