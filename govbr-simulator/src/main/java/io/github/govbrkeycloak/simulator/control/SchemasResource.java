package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.fixtures.FixtureFile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;

/** The JSON Schemas of the fixture files, for editors that check while one types. */
@Path("/simulador/esquemas")
public final class SchemasResource {

  SchemasResource() {}

  /** Their names. */
  @GET
  @Produces("application/json")
  public List<String> all() {
    return Arrays.stream(FixtureFile.values()).map(FixtureFile::label).toList();
  }

  /** One of them. */
  @GET
  @Path("/{nome}")
  @Produces("application/schema+json")
  public String one(@PathParam("nome") String name) {
    return FixtureFile.named(name)
        .map(FixtureFile::schema)
        .orElseThrow(() -> ControlError.notFound("esquema desconhecido"));
  }
}
