package io.github.govbrkeycloak.keycloak.powers;

import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.JsonAnswer;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.identity.GovBrDates;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.model.Cpf;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers of the API say (roteiro, "API de Procuração"), in both versions. */
final class PowerAnswers {

  /** Status with which gov.br refuses a use, be it for want of a power or of a right of ours. */
  static final int FORBIDDEN = 403;

  /** The only code among its refusals that speaks of the power (roteiro, error codes). */
  private static final String NOT_COVERED =
      "REQUEST_POAACCESSHISTORY_CLIENTIDANDSERVICEID_MUSTMATCHPOASERVICECLIENTIDANDSERVICEID";

  private PowerAnswers() {}

  /** The powers between two people; an answer with anybody else in it must not be used. */
  static List<Power> powers(byte[] body, PowerVersion version, Parties parties)
      throws UnusableAnswerException {
    Claims answer = JsonAnswer.object(body);
    if (!(answer.values().get(version.listName()) instanceof List)) {
      throw new UnusableAnswerException(Outcome.MALFORMED);
    }
    List<Power> powers = new ArrayList<>();
    for (Claims item : answer.objects(version.listName())) {
      mustBe(parties.grantor(), item.object("grantorAccount"));
      mustBe(parties.agent(), item.object("agentAccount"));
      powers.add(power(item));
    }
    return powers;
  }

  /** The number under which gov.br keeps a use; empty when the power is not good for it. */
  static Optional<String> recorded(Answer answer) throws UnusableAnswerException {
    if (answer.status() != FORBIDDEN) {
      return Optional.of(
          JsonAnswer.object(answer.body())
              .text("id")
              .orElseThrow(() -> new UnusableAnswerException(Outcome.MALFORMED)));
    }
    // The roteiro names the codes and not where in the body they stand.
    if (new String(answer.body(), StandardCharsets.UTF_8).contains('"' + NOT_COVERED + '"')) {
      return Optional.empty();
    }
    throw new UnusableAnswerException(Outcome.REFUSED);
  }

  /** gov.br's samples name accounts by UUID: only where it is a CPF can it be compared. */
  private static void mustBe(Cpf person, Optional<Claims> account) throws UnusableAnswerException {
    boolean isAnother =
        account
            .flatMap(known -> known.text("id"))
            .flatMap(Cpf::parse)
            .filter(named -> !named.equals(person))
            .isPresent();
    if (isAnother) {
      throw new UnusableAnswerException(Outcome.OTHER_PERSON);
    }
  }

  private static Power power(Claims item) {
    return new Power(
        item.text("id"),
        name(item, "grantorAccount"),
        name(item, "agentAccount"),
        item.text("status"),
        moment(item, "createdAtUtc", "createdAt", "validAfter"),
        moment(item, "expiresAtUtc", "expiresAt", "validBefore"),
        item.objects("services").stream().flatMap(PowerAnswers::service).toList());
  }

  private static Optional<String> name(Claims item, String account) {
    return item.object(account).flatMap(known -> known.text("name"));
  }

  private static Optional<OffsetDateTime> moment(Claims item, String... names) {
    return Stream.of(names)
        .map(item::text)
        .flatMap(Optional::stream)
        .map(GovBrDates::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<Power.Service> service(Claims service) {
    return service
        .text("serviceId")
        .map(id -> new Power.Service(id, service.text("serviceName")))
        .stream();
  }
}
