package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Answers that gov.br is down, on a page, whatever the caller wanted. */
final class OutOfService implements Fault {

  @Override
  public Behaviour behaviour() {
    return Behaviour.FORA_DO_AR;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=UTF-8");
    exchange
        .getResponseSender()
        .send(
            "<!DOCTYPE html><html lang=\"pt-BR\"><head><meta charset=\"UTF-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>gov.br fora do ar (simulador)</title></head><body><main>"
                + "<h1>O gov.br está fora do ar</h1><p>Tente de novo mais tarde.</p>"
                + "<p>SIMULADOR: dados fictícios.</p></main></body></html>");
  }
}
