package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Levels, categories and seals of the person behind a token: bare ids and dates. */
@Path("/confiabilidades/v3/contas/{cpf}")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfiabilidadesResource {

  private static final String SCOPE = "govbr_confiabilidades";

  private final ApiAccess access;

  ConfiabilidadesResource(ApiAccess access) {
    this.access = access;
  }

  /** The person's level. gov.br calls this obsolete but answers; only the highest level is told. */
  @GET
  @Path("/niveis")
  public List<Map<String, String>> niveis(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    return List.of(item(persona.level().id(), persona.lastChange()));
  }

  /** The categories, which gov.br's guide does not mention any more. */
  @GET
  @Path("/categorias")
  public List<Map<String, String>> categorias(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    return persona.categorias().stream().map(id -> item(id, persona.lastChange())).toList();
  }

  /** The seals. */
  @GET
  @Path("/confiabilidades")
  public List<Map<String, String>> confiabilidades(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    return persona.selos().stream().map(id -> item(id, persona.dateOf(id))).toList();
  }

  private static Map<String, String> item(String id, String date) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("id", id);
    item.put("dataAtualizacao", date);
    return item;
  }
}
