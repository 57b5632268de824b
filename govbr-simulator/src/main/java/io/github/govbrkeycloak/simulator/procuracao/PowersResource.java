package io.github.govbrkeycloak.simulator.procuracao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.api.ApiError;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.procuracao.PowerAccess.Parties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The API of powers of attorney, version 2 and what is left of version 1 (roteiro, procuração
 * eletrônica). The versions differ in the names of things.
 */
@Path("/procuracoes/{version:v1|v2}/procuracoes")
@Produces(MediaType.APPLICATION_JSON)
public final class PowersResource {

  static final String RETRIEVE =
      "poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";
  static final String RECORD = "poav2_createPoaAccessHistory_agent";

  private static final int FORBIDDEN = 403;

  private final PowersOfAttorney powers;
  private final PowerAccess access;
  private final PowerJson json;
  private final Clock clock;

  PowersResource(PowersOfAttorney powers, PowerAccess access, PowerJson json, Clock clock) {
    this.powers = powers;
    this.access = access;
    this.json = json;
    this.clock = clock;
  }

  /** The powers between the two people of the token. */
  @GET
  public Map<String, Object> list(
      @HeaderParam("Authorization") String authorization,
      @PathParam("version") String version,
      @QueryParam("filtrar-por-outorgante") String grantor,
      @QueryParam("filtrar-por-procurador") String agent,
      @QueryParam("filtrar-por-outorgado") String agentInVersion1,
      @QueryParam("filtrar-por-clientid") String clientId,
      @QueryParam("filtrar-por-situacao") String status) {
    Parties parties = access.parties(authorization, RETRIEVE);
    boolean old = version.equals("v1");
    PowerAccess.demand(grantor, parties.grantor());
    PowerAccess.demand(old ? agentInVersion1 : agent, parties.agent());
    List<Map<String, Object>> found =
        powers.between(parties.grantor(), parties.agent()).stream()
            .filter(power -> clientId == null || power.covers(clientId))
            .filter(power -> !"ativo".equals(status) || power.isActiveAt(clock.instant()))
            .map(power -> old ? json.version1(power) : json.version2(power))
            .toList();
    return Map.of(old ? "powerOfAttorneyCollection" : "poas", found);
  }

  /** Records that the agent used a service, which gov.br demands of services. */
  @POST
  @Path("/{id}/historico-acessos")
  public Response record(
      @HeaderParam("Authorization") String authorization, @PathParam("id") String id, String body) {
    Parties parties = access.parties(authorization, RECORD);
    PowerOfAttorney power =
        powers
            .find(id)
            .filter(found -> powers.between(parties.grantor(), parties.agent()).contains(found))
            .orElseThrow(
                () -> ApiError.of(404, "POA_MUSTFOUNDARECORD", "Procuração não encontrada."));
    check(parse(body).path("poaAccessHistory"), parties, power);
    return Response.status(Response.Status.CREATED)
        .entity(Map.of("id", powers.recordUse()))
        .build();
  }

  private void check(JsonNode use, Parties parties, PowerOfAttorney power) {
    if (!use.path("clientId").isTextual()
        || !use.path("serviceId").isInt()
        || !(use.has("instanteEvento") || use.has("serviceEventCreatedAtUtc"))) {
      throw ApiError.of(
          400,
          "REQUEST_POAACCESSHISTORY_MUSTBEVALID",
          "Informe poaAccessHistory com clientId, serviceId e instanteEvento.");
    }
    if (!use.path("clientId").asText().equals(parties.token().clientId())) {
      throw ApiError.of(
          FORBIDDEN,
          "REQUEST_POAACCESSHISTORY_CLIENTID_MUSTMATCHREQUESTACCESSTOKENAUD",
          "O clientId não é o do token.");
    }
    boolean covered =
        power.isActiveAt(clock.instant())
            && power.servicos().stream()
                .filter(service -> service.clientId().equals(use.path("clientId").asText()))
                .anyMatch(service -> service.serviceId() == use.path("serviceId").asInt());
    if (!covered) {
      throw ApiError.of(
          FORBIDDEN,
          "REQUEST_POAACCESSHISTORY_CLIENTIDANDSERVICEID_MUSTMATCHPOASERVICECLIENTIDANDSERVICEID",
          "A procuração não vale para este serviço.");
    }
  }

  private static JsonNode parse(String body) {
    try {
      return JsonFixtures.mapper().readTree(body == null ? "" : body);
    } catch (JsonProcessingException e) {
      throw ApiError.of(400, "REQUEST_MUSTBEVALID", "O corpo deve ser um objeto JSON.");
    }
  }
}
