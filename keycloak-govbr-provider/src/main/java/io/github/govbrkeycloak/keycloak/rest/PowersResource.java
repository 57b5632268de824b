package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.config.ProcuracaoSettings;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.powers.Parties;
import io.github.govbrkeycloak.keycloak.powers.Power;
import io.github.govbrkeycloak.keycloak.powers.PowerApi;
import io.github.govbrkeycloak.keycloak.powers.PowerUse;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Cpf;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The powers of attorney with which the person acts for somebody in this session, and the record of
 * their use, which gov.br demands of every service.
 */
public final class PowersResource {

  private static final String WARNING = "GOVBR-577 gov.br's powers of attorney gave no answer";
  private static final String NOT_RECORDED = "GOVBR-578 The use of a power was not recorded";

  private final FacadeRequest request;

  PowersResource(FacadeRequest request) {
    this.request = request;
  }

  /** Those in force between the person and whoever is represented, for this credential. */
  @GET
  public Response powers() {
    return request.answer(
        FacadePart.POWERS,
        person -> {
          person.requireAgentsScope(ProcuracaoSettings.FINDING);
          Parties parties = parties(person);
          List<Power> powers =
              PersonAsked.told(
                  person.ask(api(person, parties).powers()), Problem.NO_POWER, WARNING);
          List<Map<String, Object>> items =
              powers.stream().map(power -> listed(power, parties)).toList();
          return PersonalJson.of(Map.of("total", items.size(), "itens", items));
        });
  }

  /**
   * Records that the person used a service with a power, once for each key.
   *
   * @param id of the power
   * @param key by which the same request made again is known
   * @param body what was used and when
   */
  @POST
  @Path("{id}/historico-acessos")
  public Response record(
      @PathParam("id") String id, @HeaderParam("Idempotency-Key") String key, InputStream body) {
    return request.answer(
        FacadePart.POWERS,
        person -> {
          Instant now = Instant.now();
          UseRequest asked = UseRequest.of(id, body, now);
          person.requireAgentsScope(ProcuracaoSettings.RECORDING);
          Parties parties = parties(person);
          RecordedUse use =
              RecordedUse.of(
                  person.session().singleUseObjects(),
                  key,
                  owner(person, parties),
                  asked.fingerprint());
          String number = use.begin().orElseGet(() -> record(person, parties, use, asked.use(now)));
          return PersonalJson.created(Map.of("id", number));
        });
  }

  private static String record(
      PersonAsked person, Parties parties, RecordedUse use, PowerUse asked) {
    try {
      // Here and not earlier: a use that is recorded already is told without gov.br's token.
      Result<Optional<String>> result = person.ask(api(person, parties).record(asked));
      String number =
          PersonAsked.told(result, Problem.NO_POWER, NOT_RECORDED)
              .orElseThrow(() -> new ProblemException(Problem.NOT_COVERED));
      use.recorded(number);
      return number;
    } catch (ProblemException notRecorded) {
      use.failed();
      throw notRecorded;
    }
  }

  /** Two people's uses are never one, nor those on behalf of two people. */
  private static String owner(PersonAsked person, Parties parties) {
    return String.join(
        " ",
        person.session().getContext().getRealm().getId(),
        person.config().getAlias(),
        person.caller().client().getId(),
        person.caller().user().getId(),
        parties.grantor().digits());
  }

  private static Parties parties(PersonAsked person) {
    SessionFacts facts = person.facts();
    Optional<Cpf> grantor = facts.represented().flatMap(Cpf::parse);
    return grantor
        .flatMap(cpf -> Cpf.parse(facts.cpf()).map(agent -> new Parties(cpf, agent)))
        .orElseThrow(() -> new ProblemException(Problem.NOBODY_REPRESENTED));
  }

  private static PowerApi api(PersonAsked person, Parties parties) {
    return new PowerApi(person.config(), parties, person.token().value());
  }

  private static Map<String, Object> listed(Power power, Parties parties) {
    Map<String, Object> item = new LinkedHashMap<>();
    power.id().ifPresent(id -> item.put("id", id));
    item.put("outorgante", account(parties.grantor(), power.grantorName()));
    item.put("procurador", account(parties.agent(), power.agentName()));
    power.status().ifPresent(status -> item.put("situacao", status));
    power.since().ifPresent(since -> item.put("criada_em", PersonalJson.moment(since)));
    power.until().ifPresent(until -> item.put("expira_em", PersonalJson.moment(until)));
    item.put("servicos", power.services().stream().map(PowersResource::service).toList());
    return item;
  }

  private static Map<String, Object> account(Cpf cpf, Optional<String> name) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("cpf", cpf.digits());
    name.ifPresent(known -> account.put("nome", known));
    return account;
  }

  private static Map<String, Object> service(Power.Service service) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", service.id());
    service.name().ifPresent(name -> item.put("nome", name));
    return item;
  }
}
