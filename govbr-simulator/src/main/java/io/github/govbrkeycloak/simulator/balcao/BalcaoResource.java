package io.github.govbrkeycloak.simulator.balcao;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Selo;
import io.github.govbrkeycloak.simulator.api.SealLevel;
import io.github.govbrkeycloak.simulator.fixtures.AccountEvent;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.sso.TokenResource;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import io.github.govbrkeycloak.simulator.tokens.ServiceToken;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Creates the account of a citizen at a desk, or gives one back to a citizen who lost the password
 * (manual do balcão, API de pré-cadastro). gov.br does not document the answer to a success: here
 * it is 201 or 200 without a body. An account keeps a level that is higher than the desk's.
 */
@Path("/pre-registro/v2/contas/{cpf}")
@Produces(MediaType.APPLICATION_JSON)
public final class BalcaoResource {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.ofHours(-3));
  private static final String DIGITS = "[0-9]{11}";

  private final AccessTokens accessTokens;
  private final Personas personas;
  private final Settings settings;
  private final Clock clock;

  BalcaoResource(AccessTokens accessTokens, Personas personas, Settings settings, Clock clock) {
    this.accessTokens = accessTokens;
    this.personas = personas;
    this.settings = settings;
    this.clock = clock;
  }

  /** Creates or recovers; the password is temporary. */
  @PUT
  public Response put(
      @HeaderParam("Authorization") String authorization,
      @PathParam("cpf") String path,
      String json) {
    if (accessTokens.service(authorization).filter(BalcaoResource::isOfDesk).isEmpty()) {
      return error(401, "Token de acesso ausente, inválido ou vencido.");
    }
    if (!path.matches(DIGITS) || Cpf.parse(path).isEmpty()) {
      return error(400, "cpf deve ter 11 números e dígitos verificadores certos.");
    }
    try {
      Attendance attendance =
          Attendance.parse(parse(json), settings.chosen(Choice.DESK_CONTACT_REQUIRED));
      return Response.status(serve(Cpf.of(path), attendance) ? 201 : 200).build();
    } catch (Attendance.Invalid invalid) {
      return error(400, invalid.getMessage());
    }
  }

  private static boolean isOfDesk(ServiceToken token) {
    return token.scopes().stream().anyMatch(scope -> scope.startsWith(TokenResource.DESK_SCOPE));
  }

  /** Says whether the account is new. */
  private boolean serve(Cpf cpf, Attendance attendance) {
    boolean created = !personas.contains(cpf);
    if (created) {
      personas.put(account(cpf, attendance));
    }
    personas.change(
        cpf, person -> withSeals(person.withSenha(attendance.senha(), true), attendance));
    personas.report(cpf, AccountEvent.REREGISTER);
    return created;
  }

  private Persona withSeals(Persona person, Attendance attendance) {
    Persona sealed = person;
    for (Selo seal : attendance.selos()) {
      sealed =
          sealed.withSelo(seal.id(), DATE.format(clock.instant()), SealLevel.of(seal, settings));
    }
    return sealed;
  }

  private Persona account(Cpf cpf, Attendance attendance) {
    String seal = attendance.selos().get(0).id();
    return new Persona(
        "balcao-" + numberedAfter(cpf),
        "Conta criada no balcão",
        cpf.digits(),
        attendance.senha(),
        attendance.nome(),
        null,
        attendance.email(),
        attendance.email() != null,
        attendance.telefone(),
        attendance.telefone() != null,
        false,
        "bronze",
        List.of(seal),
        Map.of(seal, DATE.format(clock.instant())),
        List.of(),
        List.of("passwd"),
        null,
        null,
        0,
        List.of(),
        null,
        true);
  }

  /** The same person has the same short name in every run. */
  private static String numberedAfter(Cpf cpf) {
    return UUID.nameUUIDFromBytes(cpf.digits().getBytes(StandardCharsets.US_ASCII))
        .toString()
        .substring(0, 8);
  }

  private static JsonNode parse(String json) throws Attendance.Invalid {
    try {
      return JsonFixtures.mapper().readTree(json == null ? "" : json);
    } catch (JsonProcessingException e) {
      throw new Attendance.Invalid("O corpo deve ser um objeto JSON.");
    }
  }

  private static Response error(int status, String description) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("codigo", Integer.toString(status));
    body.put("descricao", description);
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
  }
}
