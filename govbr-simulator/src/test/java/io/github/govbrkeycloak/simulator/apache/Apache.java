package io.github.govbrkeycloak.simulator.apache;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Apache with the guide's site, on a free port and with files of its own. */
final class Apache implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/apache2");
  private static final Path MODULE = Path.of("/usr/lib/apache2/modules/mod_auth_openidc.so");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final int port;
  private final Process process;

  private Apache(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /**
   * Ends the test unless Apache and its module are there: as not run on a developer's machine, as
   * failed in continuous integration, where nobody would notice that it never runs.
   */
  static void requireInstalled() {
    if (Files.isExecutable(PROGRAM) && Files.exists(MODULE)) {
      return;
    }
    String missing =
        "Apache with mod_auth_openidc is not installed:"
            + " apt install apache2-bin libapache2-mod-auth-openidc";
    if (System.getenv("CI") != null) {
      fail(missing);
    }
    System.err.println("NOT TESTED: " + missing);
    abort(missing);
  }

  /** A number, not a name: another host than gov.br's, as in production. */
  static String addressAt(int port) {
    return "http://127.0.0.1:" + port;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts it; it answers when this returns.
   *
   * @param home an empty folder
   * @param values what to define in the guide's site, besides port, address and pages
   * @param application where the application is that the site passes requests on to
   */
  static Apache start(Path home, int port, Map<String, String> values, String application)
      throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path pages = home.resolve("pages");
    ApacheExample.copyPages(pages);
    Path logs = Files.createDirectory(home.resolve("log"));
    Map<String, String> defined = new TreeMap<>(values);
    defined.put("PORTA", Integer.toString(port));
    defined.put("SERVICO", addressAt(port));
    defined.put("PAGINAS", pages.toString());
    Files.writeString(
        home.resolve("govbr.conf"), ApacheExample.siteWithApplication(defined, application));
    Path base = Path.of("src", "test", "resources", "apache", "base.conf").toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM.toString(), "-f", base.toString(), "-DFOREGROUND")
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("start.log").toFile());
    builder.environment().put("APACHE_HOME", home.toString());
    builder.environment().put("APACHE_LOG_DIR", logs.toString());
    Apache apache = new Apache(home, port, builder.start());
    try {
      apache.awaitReady();
    } catch (IOException | RuntimeException e) {
      apache.process.destroyForcibly();
      throw e;
    }
    return apache;
  }

  /** Where the service is, without a trailing slash. */
  String address() {
    return addressAt(port);
  }

  /** All that Apache has written since {@link #emptyLogs()}. */
  String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path log : logFiles()) {
      text.append(Files.readString(log));
    }
    return text.toString();
  }

  /** Apache goes on at the end of each file, which is its beginning then. */
  void emptyLogs() throws IOException {
    for (Path log : logFiles()) {
      Files.writeString(log, "");
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private void awaitReady() throws IOException {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || answers());
    if (!process.isAlive()) {
      throw new IllegalStateException("Apache did not start: " + logs());
    }
  }

  private List<Path> logFiles() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("log"))) {
      return files.toList();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
