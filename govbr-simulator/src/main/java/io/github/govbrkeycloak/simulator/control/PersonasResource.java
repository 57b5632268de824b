package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The fictional citizens, with their fictional passwords. */
@Path("/simulador/personas")
@Produces(MediaType.APPLICATION_JSON)
public final class PersonasResource {

  private final Personas personas;

  PersonasResource(Personas personas) {
    this.personas = personas;
  }

  /** Everybody. */
  @GET
  public List<Persona> all() {
    return personas.all();
  }

  /** One of them, by short name. */
  @GET
  @Path("/{id}")
  public Persona one(@PathParam("id") String id) {
    return personas.withId(id).orElseThrow(NotFoundException::new);
  }

  /** Takes somebody's account away, which ends the powers of attorney it is part of. */
  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    if (!personas.remove(id)) {
      throw new NotFoundException();
    }
  }
}
