package io.github.govbrkeycloak.keycloak.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.CallFailedException;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * gov.br's API of levels and seals, for credentials whose ID token does not carry them (roteiro,
 * "Passo 11" and "Passo 13").
 *
 * <p>An extra: whatever goes wrong, the login goes on and the fact is unknown.
 */
public final class ConfiabilidadesApi {

  private static final Logger LOG = Logger.getLogger(ConfiabilidadesApi.class);
  private static final TypeReference<List<Object>> ITEMS = new TypeReference<>() {};

  private final KeycloakSession session;
  private final GovBrCalls calls;
  private final String apiUrl;

  public ConfiabilidadesApi(KeycloakSession session, GovBrCalls calls, String apiUrl) {
    this.session = session;
    this.calls = calls;
    this.apiUrl = apiUrl;
  }

  /** Asks for level and seals at the same time, within one deadline. */
  public Reliability reliability(Cpf cpf, String accessToken) {
    Instant deadline = Instant.now().plus(calls.extraDeadline());
    Optional<Future<Answer>> niveis = send(cpf, "niveis", accessToken);
    Optional<Future<Answer>> selos = send(cpf, "confiabilidades", accessToken);
    return new Reliability(
        // Sources disagree whether all levels come or only the highest: the highest counts.
        await("niveis", niveis, deadline).stream()
            .flatMap(item -> item.text("id").stream())
            .map(Nivel::of)
            .max(Comparator.naturalOrder()),
        await("confiabilidades", selos, deadline).stream()
            .map(ConfiabilidadesApi::heldSelo)
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<HeldSelo> heldSelo(Claims item) {
    return item.text("id")
        .map(
            id ->
                new HeldSelo(Selo.of(id), item.text("dataAtualizacao").flatMap(GovBrDates::parse)));
  }

  private Optional<Future<Answer>> send(Cpf cpf, String what, String accessToken) {
    SimpleHttp http = calls.client(session, calls.extraDeadline());
    String url = apiUrl + "/confiabilidades/v3/contas/" + cpf.digits() + "/" + what;
    try {
      return Optional.of(
          calls.send(http.doGet(url).param("response-type", "ids").auth(accessToken).acceptJson()));
    } catch (CallFailedException failed) {
      warn(what, failed.failure().name());
      return Optional.empty();
    }
  }

  private List<Claims> await(String what, Optional<Future<Answer>> call, Instant deadline) {
    if (call.isEmpty()) {
      return List.of();
    }
    try {
      Answer answer = calls.await(call.get(), Duration.between(Instant.now(), deadline));
      if (!answer.isOk()) {
        warn(what, "status " + answer.status());
        return List.of();
      }
      return new Claims(Map.of("itens", JsonSerialization.mapper.readValue(answer.body(), ITEMS)))
          .objects("itens");
    } catch (CallFailedException failed) {
      warn(what, failed.failure().name());
    } catch (JsonProcessingException notJson) {
      warn(what, "MALFORMED");
    }
    return List.of();
  }

  private static void warn(String what, String why) {
    LOG.warnf(
        "GOVBR-502 gov.br's API %s gave no answer (%s): the login goes on without", what, why);
  }
}
