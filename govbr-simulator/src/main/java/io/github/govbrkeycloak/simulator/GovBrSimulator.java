package io.github.govbrkeycloak.simulator;

import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.http.CallLog;
import io.github.govbrkeycloak.simulator.http.Network;
import io.github.govbrkeycloak.simulator.http.SimulatorServer;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tls.ServerIdentity;
import io.github.govbrkeycloak.simulator.tls.TlsCertificateResource;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import io.github.govbrkeycloak.simulator.world.SimulatedClock;
import io.github.govbrkeycloak.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * @throws io.github.govbrkeycloak.simulator.fixtures.BadFileException if a fixture file does not
   *     say what it should
   * @throws io.github.govbrkeycloak.simulator.tls.TlsException if the certificate is of no use
   * @throws RuntimeException if the port is taken
   */
  public static GovBrSimulator start(SimulatorOptions options) {
    Fixtures fixtures = new Fixtures(options.data());
    Clients clients = new Clients(fixtures.clients());
    Network network = options.network();
    Optional<ServerIdentity> identity =
        network.tls().map(tls -> ServerIdentity.of(tls, network.baseUrlAt(network.port())));
    SimulatorServer server = SimulatorServer.listen(network, identity);
    try {
      World world =
          World.create(
              new SimulatedClock(options.clock(), options.stoppedAt()),
              new Issuer(network.baseUrlAt(server.port())),
              new Settings(options.choices()),
              fixtures,
              clients);
      return serve(world, server, new TlsCertificateResource(identity));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static GovBrSimulator serve(
      World world, SimulatorServer server, TlsCertificateResource certificate) {
    CallLog calls = new CallLog();
    Surfaces surfaces = new Surfaces(world, calls);
    List<Object> control = new ArrayList<>(surfaces.controlResources());
    control.add(certificate);
    server.serve(surfaces.all(), control, world, calls);
    return new GovBrSimulator(server, world, calls, surfaces);
  }

  /** The address it is reached at, without a slash at the end. */
  public String baseUrl() {
    return world.issuer().baseUrl();
  }

  /** The port it listens on, which its address need not have. */
  public int port() {
    return server.port();
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
