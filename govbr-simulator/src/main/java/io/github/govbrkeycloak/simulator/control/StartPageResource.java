package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.world.World;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What a person sees who opens the simulator's address. */
@Path("/")
public final class StartPageResource {

  private final World world;

  StartPageResource(World world) {
    this.world = world;
  }

  /** Who can sign in here, and for which services. */
  @GET
  public Response page() {
    Map<String, Object> model =
        Map.of(
            "personas", world.personas().all(),
            "clientes", world.clients().all(),
            "emissor", world.issuer().name());
    return world.pages().answer(200, "inicio", model).build();
  }
}
