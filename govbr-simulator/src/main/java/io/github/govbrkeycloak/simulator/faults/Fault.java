package io.github.govbrkeycloak.simulator.faults;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Something that goes wrong on the connection. */
interface Fault {

  /** The behaviour that makes it go wrong. */
  Behaviour behaviour();

  /** Does it, with the real work ({@code next}) or without. Runs on a worker thread. */
  void apply(HttpServerExchange exchange, Parameters parameters, HttpHandler next) throws Exception;
}
