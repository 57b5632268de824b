package io.github.govbrkeycloak.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.behaviour.Call;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import io.github.govbrkeycloak.simulator.fixtures.JsonFixtures;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What behaviours do to the JSON of an answer, whichever address it comes from. */
public final class AnswerFaults implements ContainerResponseFilter {

  @FunctionalInterface
  private interface Change {
    JsonNode apply(JsonNode body, Parameters parameters);
  }

  private static final ObjectMapper JSON = JsonFixtures.mapper();
  private static final Map<Behaviour, Change> CHANGES = new EnumMap<>(Behaviour.class);

  static {
    CHANGES.put(Behaviour.SEM_CAMPO, (body, p) -> JsonFields.of(body, p).remove());
    CHANGES.put(
        Behaviour.CAMPO_TROCADO,
        (body, p) ->
            JsonFields.of(body, p)
                .replace(old -> JSON.valueToTree(p.value("valor", "valor-inesperado"))));
    CHANGES.put(
        Behaviour.CAMPO_EM_LISTA,
        (body, p) -> JsonFields.of(body, p).replace(AnswerFaults::inList));
    CHANGES.put(
        Behaviour.CAMPO_EM_TEXTO, (body, p) -> JsonFields.of(body, p).replace(JsonFields::asText));
    CHANGES.put(Behaviour.CORPO_EM_LISTA, (body, p) -> inList(body));
    CHANGES.put(Behaviour.CORPO_SEM_LISTA, (body, p) -> body.isArray() ? firstOf(body) : body);
    CHANGES.put(Behaviour.LISTA_VAZIA, (body, p) -> JsonFields.withoutItems(body));
  }

  private final Behaviours behaviours;
  private final Supplier<Optional<Call>> currentCall;

  /**
   * Asks these behaviours.
   *
   * @param currentCall what is known of the call being answered; empty where gov.br has no such
   *     address
   */
  public AnswerFaults(Behaviours behaviours, Supplier<Optional<Call>> currentCall) {
    this.behaviours = behaviours;
    this.currentCall = currentCall;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean json = response.getEntity() instanceof Map || response.getEntity() instanceof List;
    if (json
        && behaviours.anyActive()
        && response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
      currentCall.get().ifPresent(call -> change(response, call));
    }
  }

  private void change(ContainerResponseContext response, Call call) {
    CHANGES.forEach(
        (behaviour, change) ->
            behaviours
                .take(behaviour, call)
                .ifPresent(
                    parameters ->
                        response.setEntity(
                            change.apply(JSON.valueToTree(response.getEntity()), parameters))));
  }

  private static JsonNode inList(JsonNode value) {
    return JSON.createArrayNode().add(value);
  }

  private static JsonNode firstOf(JsonNode list) {
    return list.isEmpty() ? JSON.createObjectNode() : list.get(0);
  }
}
