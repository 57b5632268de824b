package io.github.govbrkeycloak.simulator.confiabilidades;

import io.github.govbrkeycloak.model.Categoria;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiDates;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Levels, categories and seals of the person behind a token: ids and dates. */
@Path("/confiabilidades/v3/contas/{cpf}")
@Produces(MediaType.APPLICATION_JSON)
public final class ConfiabilidadesResource {

  static final String SCOPE = "govbr_confiabilidades";

  private final ApiAccess access;
  private final ApiDates dates;
  private final Settings settings;
  private final Behaviours behaviours;

  ConfiabilidadesResource(
      ApiAccess access, ApiDates dates, Settings settings, Behaviours behaviours) {
    this.access = access;
    this.dates = dates;
    this.settings = settings;
    this.behaviours = behaviours;
  }

  /** The person's level, which gov.br calls obsolete but answers. */
  @GET
  @Path("/niveis")
  public List<Map<String, String>> niveis(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    AccessToken token = access.tokenOf(authorization, SCOPE, cpf);
    Persona persona = token.persona();
    Optional<Parameters> unknown =
        behaviours.take(Behaviour.NIVEL_DESCONHECIDO, token.callTo(ConfiabilidadesSurface.LEVELS));
    if (unknown.isPresent()) {
      return List.of(item(unknown.get().text("valor", "4"), "Diamante", persona.lastChange()));
    }
    List<Nivel> told =
        settings.chosen(Choice.ALL_LEVELS)
            ? Nivel.all().stream().filter(persona.level()::isAtLeast).toList()
            : List.of(persona.level());
    return told.stream()
        .map(level -> item(level.id(), level.title(), persona.lastChange()))
        .toList();
  }

  /** The categories, which gov.br's guide does not mention any more. */
  @GET
  @Path("/categorias")
  public List<Map<String, String>> categorias(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    return persona.categorias().stream()
        .map(id -> item(id, Categoria.of(id).slug(), persona.lastChange()))
        .toList();
  }

  /** The seals. */
  @GET
  @Path("/confiabilidades")
  public List<Map<String, String>> confiabilidades(
      @HeaderParam("Authorization") String authorization, @PathParam("cpf") String cpf) {
    AccessToken token = access.tokenOf(authorization, SCOPE, cpf);
    Persona persona = token.persona();
    List<Map<String, String>> seals = new ArrayList<>();
    persona.selos().forEach(id -> seals.add(item(id, Selo.of(id).slug(), persona.dateOf(id))));
    behaviours
        .take(Behaviour.SELO_DESCONHECIDO, token.callTo(ConfiabilidadesSurface.SEALS))
        .map(parameters -> parameters.text("valor", "9999"))
        .ifPresent(id -> seals.add(item(id, "selo_do_futuro", persona.lastChange())));
    return seals;
  }

  private Map<String, String> item(String id, String name, String date) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("id", settings.chosen(Choice.EXPLAINED_IDS) ? id + " (" + name + ")" : id);
    item.put("dataAtualizacao", dates.write(date));
    return item;
  }
}
