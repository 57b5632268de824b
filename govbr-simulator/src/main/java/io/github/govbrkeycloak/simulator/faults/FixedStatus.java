package io.github.govbrkeycloak.simulator.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.simulator.api.GenericError;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Answers a status with gov.br's generic error body, and does nothing else. */
final class FixedStatus implements Fault {

  private static final int LOWEST = 200;
  private static final int HIGHEST = 599;

  private final Settings settings;

  /** With the error body these settings say. */
  FixedStatus(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Behaviour behaviour() {
    return Behaviour.STATUS;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next)
      throws JsonProcessingException {
    int status =
        (int) parameters.number("status", StatusCodes.SERVICE_UNAVAILABLE, LOWEST, HIGHEST);
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange
        .getResponseSender()
        .send(
            JsonFixtures.mapper()
                .writeValueAsString(GenericError.body(settings, status, "simulado")));
  }
}
