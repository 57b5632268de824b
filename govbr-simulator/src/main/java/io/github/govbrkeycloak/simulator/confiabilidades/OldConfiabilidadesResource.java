package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.model.Categoria;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiDates;
import io.github.govbrkeycloak.simulator.api.SealLevel;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Version 2 of the API, of 2020, which some systems still call: everything is spelt out. */
@Path("/confiabilidades/v2/contas/{cpf}")
@Produces(MediaType.APPLICATION_JSON)
public final class OldConfiabilidadesResource {

  private final ApiAccess access;
  private final ApiDates dates;
  private final Settings settings;

  OldConfiabilidadesResource(ApiAccess access, ApiDates dates, Settings settings) {
    this.access = access;
    this.dates = dates;
    this.settings = settings;
  }

  /** The seals. */
  @GET
  @Path("/confiabilidades")
  public List<Map<String, Object>> confiabilidades(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, ConfiabilidadesResource.SCOPE, cpf);
    return persona.selos().stream().map(id -> seal(Selo.of(id), persona.dateOf(id))).toList();
  }

  /** The categories. */
  @GET
  @Path("/categorias")
  public List<Map<String, Object>> categorias(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, ConfiabilidadesResource.SCOPE, cpf);
    return persona.categorias().stream().map(id -> category(Categoria.of(id), persona)).toList();
  }

  private Map<String, Object> seal(Selo selo, String date) {
    Map<String, Object> seal = new LinkedHashMap<>();
    seal.put("id", selo.id());
    seal.put("categoria", SealLevel.of(selo, settings).title());
    seal.put("titulo", selo.slug());
    seal.put("descricao", selo.title());
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("confiabilidade", seal);
    item.put("dataCriacao", dates.write(date));
    item.put("dataAtualizacao", dates.write(date));
    return item;
  }

  private Map<String, Object> category(Categoria categoria, Persona persona) {
    Map<String, Object> category = new LinkedHashMap<>();
    category.put("id", categoria.id());
    category.put("nivel", persona.level().id());
    category.put("titulo", categoria.slug());
    category.put("descricao", categoria.slug());
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("categoria", category);
    item.put("dataUltimaAtualizacao", dates.write(persona.lastChange()));
    return item;
  }
}
