package io.github.govbrkeycloak.example.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** What the service knows of the caller, and what it does for them. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class CitizenResource {

  /** Level, seals and company, as the token tells. */
  @GET
  @Path("cidadao")
  public JsonObject citizen(@Context SecurityContext security) {
    Caller caller = Caller.of(security);
    JsonObjectBuilder citizen =
        Json.createObjectBuilder()
            .add("conta", caller.account())
            .add("nivel", caller.level())
            .add("selos", Json.createArrayBuilder(caller.seals()));
    caller.cnpj().ifPresent(cnpj -> citizen.add("cnpj", cnpj));
    return citizen.build();
  }

  /** Something that needs a level. */
  @POST
  @Path("pedidos")
  @MinimumPrata
  public Response order() {
    return Response.status(Response.Status.CREATED).build();
  }
}
