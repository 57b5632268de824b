package io.github.govbrkeycloak.keycloak.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * One circuit per API and address of gov.br, shared by all realms and identity providers: when
 * gov.br's API of companies is down, it is down for everybody who uses that address.
 */
final class Circuits {

  private static final Logger LOG = Logger.getLogger(Circuits.class);

  private record Key(Api api, String address) {}

  private final Circuit.Rules rules;
  private final InstantSource clock;
  private final Map<Key, Circuit> circuits = new ConcurrentHashMap<>();

  Circuits(Circuit.Rules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether a call may be made now. */
  boolean allow(Api api, String address) {
    return of(api, address).allows();
  }

  /** Takes in how a call that was allowed ended. */
  void report(Api api, String address, Result<?> result) {
    Circuit circuit = of(api, address);
    Circuit.State before = circuit.state();
    switch (result.outcome().signOf(api)) {
      case HEALTHY -> circuit.succeeded();
      case SICK -> circuit.failed(result.retryAfter());
      case NONE -> circuit.abstained();
    }
    Circuit.State after = circuit.state();
    if (before != after && after == Circuit.State.OPEN) {
      LOG.warnf(
          "gov.br's %s fails (%s): it is left alone for a while",
          api.word(), result.outcome().word());
    } else if (before != after && after == Circuit.State.CLOSED) {
      LOG.infof("gov.br's %s works again", api.word());
    }
  }

  private Circuit of(Api api, String address) {
    return circuits.computeIfAbsent(new Key(api, address), this::create);
  }

  private Circuit create(Key key) {
    Circuit circuit = new Circuit(rules, clock);
    Gauge.builder("govbr.circuit.state", circuit, open -> open.state().ordinal())
        .description("0: calls go through, 1: one call tries, 2: left alone")
        .tag("api", key.api().word())
        .tag("host", host(key.address()))
        .register(Metrics.globalRegistry);
    return circuit;
  }

  private static String host(String address) {
    String authority = URI.create(address).getAuthority();
    return authority == null ? "" : authority;
  }
}
