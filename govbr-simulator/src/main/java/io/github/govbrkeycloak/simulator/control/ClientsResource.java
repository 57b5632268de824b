package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The registered services. Secrets go in but not out. */
@Path("/simulador/clientes")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientsResource {

  /** A service as it is registered; the id is in the address. */
  record Registration(
      String nome,
      String segredo,
      List<String> redirectUris,
      String lancador,
      List<String> logoutUris,
      List<String> escopos,
      List<String> ips) {}

  /** A service as it is shown. */
  record Shown(
      String clientId,
      String nome,
      List<String> redirectUris,
      String lancador,
      List<String> logoutUris,
      List<String> escopos,
      List<String> ips) {

    static Shown of(Client client) {
      return new Shown(
          client.clientId(),
          client.nome(),
          client.redirectUris(),
          client.lancador(),
          client.logoutUris(),
          client.escopos(),
          client.ips());
    }
  }

  private final Clients clients;

  ClientsResource(Clients clients) {
    this.clients = clients;
  }

  /** All services. */
  @GET
  public List<Shown> all() {
    return clients.all().stream().map(Shown::of).toList();
  }

  /** One service. */
  @GET
  @Path("/{id}")
  public Shown one(@PathParam("id") String id) {
    return clients.withId(id).map(Shown::of).orElseThrow(NotFoundException::new);
  }

  /** Registers a service, or replaces it whole. */
  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Shown register(@PathParam("id") String id, Registration registration) {
    if (registration == null || registration.segredo() == null) {
      throw ControlError.badRequest("segredo é obrigatório");
    }
    Client client =
        new Client(
            id,
            registration.nome(),
            registration.segredo(),
            registration.redirectUris(),
            registration.lancador(),
            registration.logoutUris(),
            registration.escopos(),
            registration.ips());
    clients.register(client);
    return Shown.of(client);
  }

  /** Forgets a service. */
  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    if (!clients.remove(id)) {
      throw new NotFoundException();
    }
  }

  /** Only the services of the beginning, as they were then. */
  @DELETE
  public void reset() {
    clients.reset();
  }
}
