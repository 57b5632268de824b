package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Placeholders;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.SimulatorServer;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import io.github.govbrkeycloak.simulator.world.SimulatedClock;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.List;

/**
 * A running simulated gov.br.
 *
 * <pre>{@code
 * try (GovBrSimulator govbr = GovBrSimulator.start(SimulatorOptions.onFreePort())) {
 *   ... govbr.baseUrl() ... govbr.persona("ouro-otp").cpf() ...
 * }
 * }</pre>
 */
public final class GovBrSimulator implements AutoCloseable {

  private final SimulatorServer server;
  private final World world;
  private final CallLog calls;
  private final Surfaces surfaces;

  private GovBrSimulator(SimulatorServer server, World world, CallLog calls, Surfaces surfaces) {
    this.server = server;
    this.world = world;
    this.calls = calls;
    this.surfaces = surfaces;
  }

  /**
   * Starts a simulator; it is ready when this returns.
   *
   * @throws IllegalArgumentException if a fixture file does not say what it should
   * @throws RuntimeException if the port is taken
   */
  public static GovBrSimulator start(SimulatorOptions options) {
    Fixtures fixtures = new Fixtures(options.dataDirectory());
    Clients clients = new Clients(clients(options, fixtures));
    CallLog calls = new CallLog();
    SimulatorServer server = SimulatorServer.listen(options.bindAddress(), options.port());
    Issuer issuer =
        new Issuer(options.baseUrl().orElseGet(() -> "http://localhost:" + server.port()));
    World world =
        World.create(
            new SimulatedClock(options.clock()),
            issuer,
            new Settings(options.choices()),
            fixtures,
            clients);
    Surfaces surfaces = new Surfaces(world, calls);
    server.serve(surfaces.all(), surfaces.controlResources(), world, calls);
    return new GovBrSimulator(server, world, calls, surfaces);
  }

  private static List<Client> clients(SimulatorOptions options, Fixtures fixtures) {
    Placeholders placeholders = new Placeholders(options.placeholders());
    List<Client> registered =
        options
            .clientsFile()
            .map(file -> JsonFixtures.listIn(file, Client.class))
            .orElseGet(() -> fixtures.list("clientes.json", Client.class));
    return registered.stream().map(placeholders::resolve).toList();
  }

  /** The address it is reached at, without a slash at the end. */
  public String baseUrl() {
    return world.issuer().baseUrl();
  }

  /** The {@code iss} of its tokens, with a slash at the end. */
  public String issuer() {
    return world.issuer().name();
  }

  /** The fictional citizens. */
  public List<Persona> personas() {
    return world.personas().all();
  }

  /**
   * A fictional citizen by short name.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public Persona persona(String id) {
    return world.personas().withId(id).orElseThrow();
  }

  /** The registered services, which may be changed. */
  public Clients clients() {
    return world.clients();
  }

  /** What it does wrong on demand. */
  public Behaviours behaviours() {
    return world.behaviours();
  }

  /** The latest calls to it. */
  public CallLog calls() {
    return calls;
  }

  /** Ends all sessions and logins under way, and takes back all consents. */
  public void forgetEverybody() {
    surfaces.forgetEverybody();
  }

  /** Which side it takes where gov.br's documents disagree. */
  public Settings settings() {
    return world.settings();
  }

  /** What time it is there. */
  public SimulatedClock clock() {
    return world.clock();
  }

  /** Back to how it was after the start, except for the registered services. */
  public void reset() {
    surfaces.reset();
  }

  /** Stops it; calls under way are cut off. */
  @Override
  public void close() {
    server.close();
  }
}
