package io.github.govbrkeycloak.simulator.empresas;

import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiError;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Companies of the person behind a token. The list comes whole: gov.br has no paging. */
@Path("/empresas/v2/empresas")
@Produces(MediaType.APPLICATION_JSON)
public final class EmpresasResource {

  static final String SCOPE = "govbr_empresa";

  /** Who registered the collaborators at gov.br: one more fictional person, without an account. */
  private static final String REGISTRAR_CPF = "52998224725";

  private final ApiAccess access;

  EmpresasResource(ApiAccess access) {
    this.access = access;
  }

  /** The companies the person is linked to. */
  @GET
  public List<Map<String, String>> empresas(
      @HeaderParam("Authorization") String authorization,
      @QueryParam("filtrar-por-participante") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    return EmpresasOf.persona(persona).stream().map(EmpresasResource::listed).toList();
  }

  /** The person's part in one company. */
  @GET
  @Path("/{cnpj}/participantes/{cpf}")
  public Map<String, String> participante(
      @HeaderParam("Authorization") String authorization,
      @PathParam("cnpj") String cnpj,
      @PathParam("cpf") String cpf) {
    Persona persona = access.subject(authorization, SCOPE, cpf);
    Optional<Cnpj> wanted = Cnpj.parse(cnpj);
    return EmpresasOf.persona(persona).stream()
        .filter(empresa -> wanted.filter(empresa.cnpj()::equals).isPresent())
        .findFirst()
        .map(empresa -> participation(persona, empresa))
        .orElseThrow(
            () ->
                ApiError.of(
                    404,
                    "COMPANYIDPARTICIPANT_MUSTFOUNDARECORD",
                    "Responsável de empresa não encontrado no govbr."));
  }

  private static Map<String, String> listed(Empresa empresa) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("cnpj", empresa.cnpj().value());
    item.put("razaoSocial", empresa.razaoSocial());
    item.put("dataCriacao", empresa.dataCriacao());
    return item;
  }

  /**
   * {@code cadastrador} is a text there; a collaborator has no role but somebody who added them.
   */
  private static Map<String, String> participation(Persona persona, Empresa empresa) {
    boolean registrar = empresa.atuacao() != null;
    Map<String, String> item = new LinkedHashMap<>();
    item.put("cpf", persona.cpf());
    if (registrar) {
      item.put("atuacao", empresa.atuacao());
    }
    item.put("cadastrador", Boolean.toString(registrar));
    if (!registrar) {
      item.put("cpfCadastrador", REGISTRAR_CPF);
    }
    item.put("dataCriacao", empresa.dataCriacao());
    item.put("dataExpiracao", "2099-12-31T00:00:00.000-0300");
    return item;
  }
}
