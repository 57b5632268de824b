package io.github.govbrkeycloak.simulator.http;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import io.github.govbrkeycloak.simulator.diagnosis.Inspector;
import io.github.govbrkeycloak.simulator.diagnosis.UnknownAddress;
import io.github.govbrkeycloak.simulator.faults.AnswerFaults;
import io.github.govbrkeycloak.simulator.faults.FaultHandler;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.journal.SentReader;
import io.github.govbrkeycloak.simulator.tls.ServerIdentity;
import io.github.govbrkeycloak.simulator.world.World;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.DateUtils;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.servlet.HttpServlet30Dispatcher;
import org.jboss.resteasy.spi.ResteasyDeployment;

/**
 * The web server: the call log, the body limit and the faults in front, Jakarta REST behind. It
 * listens before it can serve, because what it serves has to know its port.
 */
public final class SimulatorServer implements AutoCloseable {

  private static final String DESIGN_SYSTEM = "/govbr-ds";
  private static final String CONTROL = "/simulador/";
  private static final int LONGEST_HEADERS = 32 * 1024;

  /** 503, so that whoever waits for the simulator tries again. */
  private final PathHandler paths =
      Handlers.path(new ResponseCodeHandler(StatusCodes.SERVICE_UNAVAILABLE));

  private final String bindAddress;
  private final Undertow undertow;

  private SimulatorServer(Network network, Optional<ServerIdentity> identity) {
    bindAddress = network.bindAddress();
    Undertow.Builder builder =
        Undertow.builder()
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, LONGEST_HEADERS)
            .setHandler(network.trustsProxy() ? new TrustedProxy(paths) : paths);
    identity.ifPresentOrElse(
        known ->
            builder.addHttpsListener(network.port(), network.bindAddress(), known.sslContext()),
        () -> builder.addHttpListener(network.port(), network.bindAddress()));
    undertow = builder.build();
  }

  /** Listens, with https if it has an identity; until {@link #serve} every answer is 503. */
  public static SimulatorServer listen(Network network, Optional<ServerIdentity> identity) {
    SimulatorServer server = new SimulatorServer(network, identity);
    server.undertow.start();
    return server;
  }

  /** The port it listens on. */
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  /** Serves these surfaces and, out of reach of behaviours and call log, the control resources. */
  public void serve(
      List<Surface> surfaces, List<Object> controlResources, World world, CallLog calls) {
    List<Object> resources = new ArrayList<>(controlResources);
    surfaces.forEach(surface -> resources.addAll(surface.resources()));
    HttpHandler rest = jakartaRest(resources, world);
    HttpHandler control =
        new OwnNamesOnly(
            world.issuer().baseUrl(),
            bindAddress,
            new OwnPagesOnly(new BodyReader(new RequestCheck(rest))));
    HttpHandler govBr = dated(watched(rest, surfaces, world, calls), world.clock());
    paths
        .addPrefixPath(DESIGN_SYSTEM, designSystem())
        .addPrefixPath(
            "/",
            onWorker(
                exchange ->
                    (isControl(exchange.getRequestPath()) ? control : govBr)
                        .handleRequest(exchange)));
  }

  @Override
  public void close() {
    undertow.stop();
  }

  private static HttpHandler watched(
      HttpHandler rest, List<Surface> surfaces, World world, CallLog calls) {
    List<Endpoint> endpoints = new ArrayList<>();
    List<CallerClue> clues = new ArrayList<>();
    List<Inspector> inspectors = new ArrayList<>();
    clues.add(new BearerClue(world.accessTokens()));
    inspectors.add(new UnknownAddress());
    for (Surface surface : surfaces) {
      endpoints.addAll(surface.endpoints());
      clues.addAll(surface.clues());
      inspectors.addAll(surface.inspectors());
    }
    HttpHandler faults =
        FaultHandler.inFrontOf(
            rest,
            world.behaviours(),
            world.settings(),
            exchange -> Optional.ofNullable(exchange.getAttachment(CallFinder.CALL)));
    return new CallLogger(
        calls,
        world.clock(),
        world.clients(),
        new KnownPath(endpoints),
        new BodyReader(
            new RequestCheck(
                new CallFinder(
                    endpoints,
                    clues,
                    inspectors,
                    new SentReader(world.clients()),
                    new Firewall(world.clients(), outside(surfaces), faults)))));
  }

  /** Says what time it is by gov.br's clock, as a server with a wrong clock does. */
  private static HttpHandler dated(HttpHandler next, Clock clock) {
    return exchange -> {
      exchange
          .getResponseHeaders()
          .put(Headers.DATE, DateUtils.toDateString(Date.from(clock.instant())));
      next.handleRequest(exchange);
    };
  }

  private static Set<String> outside(List<Surface> surfaces) {
    return surfaces.stream()
        .filter(surface -> !surface.isBehindFirewall())
        .flatMap(surface -> surface.endpoints().stream())
        .map(Endpoint::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static HttpHandler onWorker(HttpHandler handler) {
    HttpHandler reading = new HttpContinueReadHandler(handler);
    return exchange -> exchange.dispatch(exchange.getConnection().getWorker(), reading);
  }

  private static boolean isControl(String path) {
    return path.equals("/") || path.equals("/simulador") || path.startsWith(CONTROL);
  }

  private static HttpHandler designSystem() {
    ClassLoader loader = SimulatorServer.class.getClassLoader();
    return new ResourceHandler(
        new ClassPathResourceManager(loader, "META-INF/resources" + DESIGN_SYSTEM));
  }

  /** What is known of the call that this thread answers. */
  private static Optional<Call> currentCall() {
    return Optional.ofNullable(ServletRequestContext.current())
        .map(context -> context.getExchange().getAttachment(CallFinder.CALL));
  }

  private static HttpHandler jakartaRest(List<Object> resources, World world) {
    ResteasyDeployment rest = new ResteasyDeploymentImpl();
    rest.setResources(resources);
    rest.setProviders(
        List.of(
            new JacksonJsonProvider(JsonFixtures.mapper()),
            new RefusalMapper(world.settings()),
            new AnswerFaults(world.behaviours(), SimulatorServer::currentCall)));
    DeploymentInfo application =
        Servlets.deployment()
            .setClassLoader(SimulatorServer.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("govbr-simulator")
            .addServletContextAttribute(ResteasyDeployment.class.getName(), rest)
            .addServlet(
                Servlets.servlet("rest", HttpServlet30Dispatcher.class)
                    .setLoadOnStartup(1)
                    .addMapping("/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(application);
    manager.deploy();
    try {
      return manager.start();
    } catch (ServletException e) {
      throw new IllegalStateException("cannot start Jakarta REST", e);
    }
  }
}
