package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.behaviour.Endpoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The addresses of the simulated gov.br, by the names that behaviours are limited with. */
@Path("/simulador/enderecos")
@Produces(MediaType.APPLICATION_JSON)
public final class EndpointsResource {

  /** An address. */
  record Shown(String nome, String caminho) {}

  private final List<Endpoint> endpoints;

  EndpointsResource(List<Endpoint> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  /** All of them. */
  @GET
  public List<Shown> all() {
    return endpoints.stream()
        .map(endpoint -> new Shown(endpoint.name(), endpoint.template()))
        .toList();
  }
}
