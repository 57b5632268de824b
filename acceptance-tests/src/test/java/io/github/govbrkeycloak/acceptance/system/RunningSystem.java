package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.browser.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/**
 * The complete system as a person on a fresh machine gets it: started by {@code ./demo up} from the
 * built artifacts, on free ports and with a data directory of its own.
 *
 * <p>For whoever writes tests: with {@code ACCEPTANCE_SYSTEM=running} in the environment the tests
 * use a demo that is already up (with the {@code DEMO_…} variables it was started with) and leave
 * it up.
 */
public final class RunningSystem {

  /** The demo's client at the simulated gov.br. */
  static final String DEMO_GOVBR_CLIENT = "portal.orgao.exemplo.gov.br";

  /** Secret of the demo's client at the simulated gov.br. */
  public static final String DEMO_GOVBR_SECRET = "segredo-do-portal-na-demonstracao";

  /** Secret that Keycloak and the demo's portal share. */
  public static final String DEMO_PORTAL_SECRET = "segredo-do-portal";

  private static final int LONGEST_START_MINUTES = 15;

  private static final Map<String, String> DEFAULT_PORTS =
      Map.of(
          "DEMO_PORTAL_PORT", "8080",
          "DEMO_KEYCLOAK_PORT", "8180",
          "DEMO_KEYCLOAK_MANAGEMENT_PORT", "9180",
          "DEMO_SIMULATOR_PORT", "8280");

  private static RunningSystem current;
  private static IllegalStateException whyItDidNotStart;

  private final Path root;
  private final Map<String, String> environment;
  private final boolean ours;
  private final GovBr govBr;
  private final KeycloakAdmin keycloakAdmin;
  private Chromium chromium;

  private RunningSystem(Path root, Map<String, String> environment, boolean ours) {
    this.root = root;
    this.environment = environment;
    this.ours = ours;
    this.govBr = new GovBr(simulatorUrl());
    this.keycloakAdmin = new KeycloakAdmin(keycloakUrl(), "orgao");
  }

  /**
   * The one system of this run. Whoever asks first starts it, or attaches to one that is already
   * up; {@link StopAtTheEnd} stops it.
   *
   * @throws IllegalStateException if {@code ./demo up} fails; its words are in the message
   */
  public static synchronized RunningSystem get() {
    if (whyItDidNotStart != null) {
      throw new IllegalStateException("the system did not start before", whyItDidNotStart);
    }
    if (current == null) {
      try {
        current = start();
      } catch (IllegalStateException e) {
        whyItDidNotStart = e;
        throw e;
      }
    }
    return current;
  }

  /** Stops the system if this run has started it. */
  static synchronized void stop() {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private static RunningSystem start() {
    Path root = projectRoot();
    if ("running".equals(System.getenv("ACCEPTANCE_SYSTEM"))) {
      return new RunningSystem(root, attachedEnvironment(root), false);
    }
    Path data = root.resolve("acceptance-tests/target/demo");
    RunningSystem system = new RunningSystem(root, freshEnvironment(data), true);
    system.demo("down");
    delete(data.resolve("portal/data"));
    system.demo("up");
    return system;
  }

  /** The portal's address, with its trailing slash. */
  public String portalUrl() {
    return local("DEMO_PORTAL_PORT") + "/portal/";
  }

  /** Keycloak's address, without a trailing slash. */
  public String keycloakUrl() {
    return local("DEMO_KEYCLOAK_PORT");
  }

  /** The address and issuer of the realm {@code orgao}. */
  public String realmUrl() {
    return keycloakUrl() + "/realms/orgao";
  }

  /** A file of the project, by its path from the root. */
  public Path file(String path) {
    return root.resolve(path);
  }

  /** A file of what is running, by its path from the data directory. */
  public Path dataFile(String path) {
    return Path.of(environment.get("DEMO_DATA")).resolve(path);
  }

  /** Where gov.br sends the browser back to. */
  public String brokerEndpoint() {
    return realmUrl() + "/broker/govbr/endpoint";
  }

  /** The address of the simulated gov.br, without a trailing slash. */
  public String simulatorUrl() {
    return local("DEMO_SIMULATOR_PORT");
  }

  /** Keycloak's metrics as they are now. */
  public ServerMetrics metrics() {
    return ServerMetrics.read(local("DEMO_KEYCLOAK_MANAGEMENT_PORT") + "/metrics");
  }

  /** The simulated gov.br's controls. */
  public GovBr govBr() {
    return govBr;
  }

  /** The administrator of the realm. */
  public KeycloakAdmin keycloakAdmin() {
    return keycloakAdmin;
  }

  /** The browser, launched when first asked for. */
  public synchronized Chromium chromium() {
    if (chromium == null) {
      chromium = Chromium.launch();
    }
    return chromium;
  }

  /** Posts a form as an application's server does, and reads the JSON of the answer. */
  public JsonNode postForm(String url, String form) {
    return Http.json(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  /** Reads an address as an application's server does, with a token; whatever the status. */
  public HttpResponse<byte[]> getAs(String token, String url) {
    return Http.bytes(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .GET()
            .build());
  }

  /** Reads JSON. */
  public JsonNode json(byte[] body) {
    return Http.json(body);
  }

  /** Every log file the system has written, whoever wrote it. */
  public List<Path> logs() {
    Path data = Path.of(environment.get("DEMO_DATA"));
    List<Path> logs = new ArrayList<>();
    for (Path folder :
        List.of(
            data.resolve("logs"), data.resolve("portal/log"), data.resolve("keycloak/data/log"))) {
      logs.addAll(filesBelow(folder));
    }
    return logs;
  }

  /** Runs a command of {@code ./demo} against this system and gives back what it said. */
  public String demo(String command) {
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

  private void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (ours) {
      demo("down");
    }
  }

  private String local(String portVariable) {
    return "http://localhost:" + environment.get(portVariable);
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
      sockets.forEach(RunningSystem::closeQuietly);
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
