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
import java.time.Duration;

/** Answers 429 and when to come again. gov.br documents no limit of its own. */
final class RateLimit implements Fault {

  private static final long DEFAULT_SECONDS = 60;
  private static final long MOST_SECONDS = Duration.ofDays(1).toSeconds();

  private final Settings settings;

  /** With the error body these settings say. */
  RateLimit(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Behaviour behaviour() {
    return Behaviour.LIMITE_DE_CHAMADAS;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next)
      throws JsonProcessingException {
    long seconds = parameters.number("segundos", DEFAULT_SECONDS, 0, MOST_SECONDS);
    exchange.setStatusCode(StatusCodes.TOO_MANY_REQUESTS);
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Long.toString(seconds));
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange
        .getResponseSender()
        .send(
            JsonFixtures.mapper()
                .writeValueAsString(
                    GenericError.body(settings, StatusCodes.TOO_MANY_REQUESTS, "simulado")));
  }
}
