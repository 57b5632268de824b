package io.github.govbrkeycloak.simulator.conecta;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The API CPF Light, version 2, and its trial. Empty fields are left out; a number that is not
 * found, or is none, has a {@code mensagem} in place of data.
 */
@Path("/conecta/{api:api-cpf-light|api-cpf-light-trial}/v2/consulta")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CpfLightResource {

  static final int MOST = 50;
  private static final int NOT_TOLD = 3;
  private static final int NOT_TOLD_ELSEWHERE = 9;
  private static final int YEAR = 4;
  private static final Set<String> DATES =
      Set.of("DataNascimento", "DataInscricao", "DataAtualizacao");
  private static final Set<String> IDENTIFICATION =
      Set.of(
          "CPF",
          "Nome",
          "NomeSocial",
          "NomeMae",
          "DataNascimento",
          "SituacaoCadastral",
          "Sexo",
          "AnoObito",
          "DataInscricao",
          "mensagem");

  private final CadastroCpf register;
  private final ConectaTokens tokens;
  private final Clients clients;
  private final Settings settings;

  CpfLightResource(CadastroCpf register, ConectaTokens tokens, Clients clients, Settings settings) {
    this.register = register;
    this.tokens = tokens;
    this.clients = clients;
    this.settings = settings;
  }

  /**
   * The data of some citizens.
   *
   * @param operator CPF of the person who asks, which the gateway records
   * @param kind everything ({@code cpf}) or the reduced set ({@code identificacao})
   */
  @POST
  @Path("/{kind:cpf|identificacao}")
  public Response query(
      @HeaderParam("Authorization") String authorization,
      @HeaderParam("x-cpf-usuario") String operator,
      @PathParam("kind") String kind,
      @Context HttpServletRequest request,
      Map<String, Object> body) {
    Optional<Client> client = tokens.clientOf(authorization).flatMap(clients::withId);
    if (client.isEmpty()) {
      return error(401, "Token ausente, vencido ou de outro ambiente.");
    }
    if (!client.get().mayCallFrom(request.getRemoteAddr())) {
      return error(403, "O IP de quem chama não está liberado para este serviço.");
    }
    if (Cpf.parse(operator).isEmpty()) {
      return error(400, "x-cpf-usuario deve ter o CPF de quem consulta.");
    }
    if (body == null
        || !(body.get("listaCpf") instanceof List<?> asked)
        || asked.isEmpty()
        || asked.size() > MOST) {
      return error(400, "listaCpf deve ter de 1 a " + MOST + " números.");
    }
    List<Map<String, Object>> found =
        asked.stream().map(cpf -> entry(String.valueOf(cpf), kind)).toList();
    return Response.ok(
            settings.chosen(Choice.CPF_LIGHT_OBJECT) ? Map.of("listaCpfCompleto", found) : found)
        .build();
  }

  private Map<String, Object> entry(String asked, String kind) {
    Optional<Map<String, Object>> found = Cpf.parse(asked).flatMap(register::find);
    Map<String, Object> entry = new LinkedHashMap<>();
    if (found.isEmpty()) {
      entry.put("CPF", Cpf.parse(asked).map(Cpf::digits).orElse(""));
      entry.put("mensagem", "CPF não encontrado");
      return entry;
    }
    found.get().forEach((name, value) -> entry.put(name, written(name, value)));
    if (kind.equals("identificacao")) {
      entry.keySet().retainAll(IDENTIFICATION);
    }
    return entry;
  }

  private Object written(String name, Object value) {
    if (DATES.contains(name) && settings.chosen(Choice.CPF_LIGHT_DAY_FIRST)) {
      String date = String.valueOf(value);
      return date.substring(YEAR + 2) + date.substring(YEAR, YEAR + 2) + date.substring(0, YEAR);
    }
    boolean elsewhere = name.equals("Sexo") && settings.chosen(Choice.CPF_LIGHT_SEX_9);
    return elsewhere && value.equals(NOT_TOLD) ? NOT_TOLD_ELSEWHERE : value;
  }

  private static Response error(int status, String message) {
    return Response.status(status).entity(Map.of("mensagem", message)).build();
  }
}
