package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/** Answers HTML where JSON is expected, with status 200 as careless proxies do. */
final class MaintenancePage implements Fault {

  @Override
  public Behaviour behaviour() {
    return Behaviour.CORPO_NAO_JSON;
  }

  @Override
  public void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html; charset=UTF-8");
    exchange
        .getResponseSender()
        .send(
            "<!DOCTYPE html><html lang=\"pt-BR\"><title>SIMULADOR: dados fictícios</title>"
                + "<h1>Sistema em manutenção</h1></html>");
  }
}
