package io.github.govbrkeycloak.apache;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Debian's Apache with the guide's site, on a free port and with files of its own. */
public final class Apache implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/apache2");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path home;
  private final int port;
  private final Process process;

  private Apache(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
  }

  /** A port that nobody uses now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Starts it; it answers when this returns.
   *
   * @param home a folder for its files
   * @param port where the site listens
   */
  public static Apache start(Path home, int port, AuthModule module, Site site) throws IOException {
    makeReadable(home);
    Path logs = Files.createDirectories(home.resolve("log"));
    Files.writeString(home.resolve("site.conf"), site.text());
    Path base = home.resolve("base.conf");
    try (InputStream text = Apache.class.getResourceAsStream("base.conf")) {
      Files.write(base, text.readAllBytes());
    }
    ProcessBuilder builder =
        new ProcessBuilder(PROGRAM.toString(), "-f", base.toString(), "-DFOREGROUND")
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("start.log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "APACHE_HOME", home.toString(),
                "APACHE_LOG_DIR", logs.toString(),
                "AUTH_MODULE", module.apacheName()));
    Apache apache = new Apache(home, port, builder.start());
    try {
      apache.awaitReady();
    } catch (IOException | RuntimeException e) {
      apache.process.destroyForcibly();
      throw e;
    }
    return apache;
  }

  /** Copies a guide's pages to where Apache's own user can read them; gives back where. */
  public static Path copyPages(Path source, Path home) throws IOException {
    makeReadable(home);
    Path target = home.resolve("pages");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.copy(file, copy);
        makeReadable(copy);
      }
    }
    return target;
  }

  private static void makeReadable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** All that Apache has written since {@link #emptyLogs()}. */
  public String logs() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path log : logFiles()) {
      text.append(Files.readString(log));
    }
    return text.toString();
  }

  /** Apache goes on at the end of each file, which is its beginning then. */
  public void emptyLogs() throws IOException {
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
