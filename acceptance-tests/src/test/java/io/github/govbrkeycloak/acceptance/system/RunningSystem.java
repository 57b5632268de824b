package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.browser.Chromium;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

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

  private static RunningSystem current;
  private static IllegalStateException whyItDidNotStart;

  private final Demo demo;
  private final boolean ours;
  private final GovBr govBr;
  private final KeycloakAdmin keycloakAdmin;
  private Chromium chromium;

  private RunningSystem(Demo demo, boolean ours) {
    this.demo = demo;
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
    if ("running".equals(System.getenv("ACCEPTANCE_SYSTEM"))) {
      return new RunningSystem(Demo.thatRuns(), false);
    }
    RunningSystem system = new RunningSystem(Demo.ofThisRun(), true);
    system.demo.startAfresh();
    return system;
  }

  /** The portal's address, with its trailing slash. */
  public String portalUrl() {
    return demo.address("DEMO_PORTAL_PORT") + "/portal/";
  }

  /** Keycloak's address, without a trailing slash. */
  public String keycloakUrl() {
    return demo.address("DEMO_KEYCLOAK_PORT");
  }

  /** The address and issuer of the realm {@code orgao}. */
  public String realmUrl() {
    return keycloakUrl() + "/realms/orgao";
  }

  /** A file of the project, by its path from the root. */
  public Path file(String path) {
    return demo.file(path);
  }

  /** A file of what is running, by its path from the data directory. */
  public Path dataFile(String path) {
    return demo.dataFile(path);
  }

  /** Where gov.br sends the browser back to. */
  public String brokerEndpoint() {
    return realmUrl() + "/broker/govbr/endpoint";
  }

  /** The address of the simulated gov.br, without a trailing slash. */
  public String simulatorUrl() {
    return demo.address("DEMO_SIMULATOR_PORT");
  }

  /** Keycloak's metrics as they are now. */
  public ServerMetrics metrics() {
    return ServerMetrics.read(demo.address("DEMO_KEYCLOAK_MANAGEMENT_PORT") + "/metrics");
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

  /** The same, whatever the status of the answer. */
  public JsonNode tryPostForm(String url, String form) {
    return json(
        Http.bytes(
                HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build())
            .body());
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
    return demo.logs();
  }

  /** Runs a command of {@code ./demo} against this system and gives back what it said. */
  public String demo(String command) {
    return demo.run(command);
  }

  private void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (ours) {
      demo.run("down");
    }
  }
}
