package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.Application;
import io.github.govbrkeycloak.benchmarks.Citizens;
import io.github.govbrkeycloak.benchmarks.Issuer;
import io.github.govbrkeycloak.benchmarks.Load;
import io.github.govbrkeycloak.benchmarks.Measurement;
import io.github.govbrkeycloak.benchmarks.PinnedJar;
import io.github.govbrkeycloak.benchmarks.Scenario;
import io.github.govbrkeycloak.benchmarks.SimulatorLogin;
import io.github.govbrkeycloak.model.Cpf;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A simulated gov.br, a database and a Keycloak, on this machine and for this run alone. */
final class TestBed implements AutoCloseable {

  private static final int WARM_UP_AT_ONCE = 4;
  private static final long PEOPLE_OF_A_WAY = 1_000_000_000L;
  private static final String SIMULATOR_HEAP = "256m";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<Way, Application> applications = new EnumMap<>(Way.class);
  private final Map<Way, Citizens> citizens = new EnumMap<>(Way.class);
  private final Map<Way, List<Cpf>> known = new EnumMap<>(Way.class);
  private final KeycloakInstallation installation;
  private final PinnedJar govBr;
  private final PostgreSql database;
  private final int port;
  private Keycloak keycloak;

  private TestBed(
      KeycloakInstallation installation, PinnedJar govBr, PostgreSql database, int port) {
    this.installation = installation;
    this.govBr = govBr;
    this.database = database;
    this.port = port;
  }

  /**
   * Starts everything.
   *
   * @param root of the project, whose modules are built
   * @param folder for what this run needs
   * @param simulator the runnable jar
   */
  static TestBed start(Path root, Path folder, Path simulator)
      throws IOException, InterruptedException, SQLException {
    KeycloakInstallation installation = KeycloakInstallation.prepare(root, folder);
    SpecialPeople.write(folder.resolve("govbr"));
    PinnedJar govBr =
        PinnedJar.start(
            "0-" + (Runtime.getRuntime().availableProcessors() - 1),
            SIMULATOR_HEAP,
            simulator,
            Map.of("SIMULADOR_PORTA", "0", "SIMULADOR_DADOS", folder.resolve("govbr").toString()));
    PostgreSql database;
    try {
      database = PostgreSql.start();
    } catch (IOException | SQLException e) {
      govBr.close();
      throw e;
    }
    TestBed bed = new TestBed(installation, govBr, database, Keycloak.freePort());
    try {
      installation.importAtStart(
          Realm.json(root.resolve("docker/keycloak/orgao-realm.json"), govBr.baseUrl()));
      bed.registerAtGovBr();
      bed.startKeycloak();
      return bed;
    } catch (IOException | InterruptedException e) {
      bed.close();
      throw e;
    }
  }

  private void registerAtGovBr() throws IOException, InterruptedException {
    for (Way way : Way.values()) {
      SimulatorLogin.register(
          http, govBr.baseUrl(), Realm.atGovBr(way, Keycloak.address(port)), Realm.scopes());
    }
  }

  private void startKeycloak() throws IOException, InterruptedException {
    keycloak = Keycloak.start(http, installation, database, port);
  }

  /** Keycloak stops, which takes so long, and another one starts with the same database. */
  Duration restartKeycloak() throws IOException, InterruptedException {
    Duration stopped = keycloak.stop();
    startKeycloak();
    return stopped;
  }

  /** The Keycloak that runs now. */
  Keycloak keycloak() {
    return keycloak;
  }

  /** Its database. */
  PostgreSql database() {
    return database;
  }

  /** The simulated gov.br's controls. */
  GovBrControls govBr() {
    return new GovBrControls(http, govBr.baseUrl());
  }

  /** Logins of these people. */
  BrokeredLogin login(Way way, Supplier<Cpf> people) throws IOException, InterruptedException {
    if (!applications.containsKey(way)) {
      Issuer realm = Issuer.realm(Keycloak.address(port) + "/realms/" + Realm.NAME);
      applications.put(
          way, new Application(http, realm, Realm.application(way), "openid profile email"));
    }
    return new BrokeredLogin(http, applications.get(way), way, people);
  }

  /** Logins of people whom Keycloak has never seen. */
  BrokeredLogin newPeople(Way way) throws IOException, InterruptedException {
    return login(way, citizensOf(way)::next);
  }

  /** Logins of people whom Keycloak has seen in the warm-up. */
  BrokeredLogin returningPeople(Way way) throws IOException, InterruptedException {
    return returningPeople(way, known.get(way).size());
  }

  /** Logins of so many of the people whom Keycloak has seen in the warm-up. */
  BrokeredLogin returningPeople(Way way, int number) throws IOException, InterruptedException {
    return login(way, new Known(known.get(way).subList(0, number)));
  }

  /** Lets so many new people sign in, unless some have; they are the ones who return. */
  void warmUp(Way way, int logins) throws IOException, InterruptedException {
    if (known.containsKey(way)) {
      return;
    }
    List<Cpf> people = Collections.synchronizedList(new ArrayList<>());
    Supplier<Cpf> remembered =
        () -> {
          Cpf person = citizensOf(way).next();
          people.add(person);
          return person;
        };
    new Load(WARM_UP_AT_ONCE).run(login(way, remembered), logins);
    known.put(way, people);
  }

  /** Lets each of some people sign in for the first time, one by one. */
  void introduce(Way way, List<Cpf> people) throws IOException, InterruptedException {
    new Load(1).run(login(way, new Known(people)), people.size());
  }

  /** Measures so many logins. */
  Block measure(Scenario login, int logins, int atOnce) throws IOException, InterruptedException {
    Duration before = busy();
    Duration compiledBefore = keycloak.compiling();
    Measurement seen = new Load(atOnce).run(login, logins);
    return new Block(seen, busy().minus(before), keycloak.compiling().minus(compiledBefore));
  }

  private Duration busy() throws IOException {
    return keycloak.busy().plus(database.busy());
  }

  private synchronized Citizens citizensOf(Way way) {
    return citizens.computeIfAbsent(
        way, each -> new Citizens(Citizens.FIRST + each.row() * PEOPLE_OF_A_WAY));
  }

  @Override
  public void close() throws IOException {
    if (keycloak != null) {
      keycloak.close();
    }
    govBr.close();
    database.close();
  }
}
