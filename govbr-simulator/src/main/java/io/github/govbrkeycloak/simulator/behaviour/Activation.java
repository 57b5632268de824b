package io.github.govbrkeycloak.simulator.behaviour;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A behaviour switched on, as the control API's JSON says it. An absent filter means "any".
 *
 * @param endpoint name of the only address it acts on
 * @param cliente id of the only client it acts on
 * @param persona short name of the only citizen it acts on
 * @param ip the only address whose calls it acts on, as far as the connection goes
 * @param vezes how many more times it acts; absent means until it is switched off
 * @param parametros what else the behaviour needs
 */
public record Activation(
    String endpoint,
    String cliente,
    String persona,
    String ip,
    Integer vezes,
    Map<String, Object> parametros) {

  /** Everywhere, for everybody, until switched off. */
  public static Activation always() {
    return new Activation(null, null, null, null, null, Map.of());
  }

  /** The same, with one parameter set. */
  public Activation with(String parameter, Object value) {
    var more = new HashMap<String, Object>(parametros == null ? Map.of() : parametros);
    more.put(parameter, value);
    return new Activation(endpoint, cliente, persona, ip, vezes, more);
  }

  /** The same, on one address only. */
  public Activation at(String endpointName) {
    return new Activation(endpointName, cliente, persona, ip, vezes, parametros);
  }

  /** The same, so many times. */
  public Activation times(int times) {
    return new Activation(endpoint, cliente, persona, ip, times, parametros);
  }

  /** The same, for one client only. */
  public Activation forClient(String clientId) {
    return new Activation(endpoint, clientId, persona, ip, vezes, parametros);
  }

  /** The same, for one citizen only. */
  public Activation forPersona(String id) {
    return new Activation(endpoint, cliente, id, ip, vezes, parametros);
  }

  /** The same, for calls from one address only. */
  public Activation from(String address) {
    return new Activation(endpoint, cliente, persona, address, vezes, parametros);
  }

  boolean appliesTo(Call call) {
    return (endpoint == null || endpoint.equals(call.endpoint()))
        && matches(cliente, call.client())
        && matches(persona, call.persona())
        && matches(ip, call.ip());
  }

  boolean isSpent() {
    return vezes != null && vezes <= 0;
  }

  Activation once() {
    return vezes == null ? this : times(vezes - 1);
  }

  private static boolean matches(String wanted, Optional<String> actual) {
    return wanted == null || actual.filter(wanted::equals).isPresent();
  }
}
