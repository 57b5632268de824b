package io.github.govbrkeycloak.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.http.IncomingCall;
import io.github.govbrkeycloak.simulator.journal.HarmlessValues.Shown;
import io.github.govbrkeycloak.simulator.journal.Sent.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes what a call brought, by name. A name can be hostile or a secret too: one that nobody knows
 * is not repeated, and after the first few the rest is only counted.
 */
public final class SentReader {

  private static final int MOST = 24;
  private static final String HIDDEN_NAME = "(nome oculto)";
  private static final String REST = "(outros)";

  private final HarmlessValues values;
  private final HeaderNotes headers;

  /** Takes values that these services have registered for harmless. */
  public SentReader(Clients clients) {
    this.values = new HarmlessValues(clients);
    this.headers = new HeaderNotes(values);
  }

  /** What a call brought. */
  public List<Sent> read(IncomingCall call) {
    List<Sent> sent = new ArrayList<>();
    sent.addAll(parameters(Place.URL, call.query()));
    sent.addAll(parameters(Place.FORMULARIO, call.form()));
    sent.addAll(parameters(Place.JSON, fields(call.json())));
    sent.addAll(headers.read(call));
    return List.copyOf(sent);
  }

  private List<Sent> parameters(Place place, Map<String, List<String>> parameters) {
    List<Sent> sent = new ArrayList<>();
    parameters.entrySet().stream()
        .limit(MOST)
        .forEach(parameter -> sent.add(parameter(place, parameter)));
    if (parameters.size() > MOST) {
      sent.add(
          new Sent(place, REST, null, 0, "mais " + (parameters.size() - MOST) + " parâmetros"));
    }
    return sent;
  }

  private Sent parameter(Place place, Map.Entry<String, List<String>> parameter) {
    String name = parameter.getKey();
    String value = parameter.getValue().get(0);
    Shown shown = values.of(name, value);
    boolean known = KnownNames.contains(name);
    List<String> notes = new ArrayList<>();
    if (!known) {
      notes.add("nome de " + name.length() + " letras");
    }
    shown.note().ifPresent(notes::add);
    if (parameter.getValue().size() > 1) {
      notes.add("mandado " + parameter.getValue().size() + " vezes");
    }
    if (!value.equals(value.strip())) {
      notes.add("com espaço no começo ou no fim");
    }
    return new Sent(
        place,
        known ? name : HIDDEN_NAME,
        shown.value().orElse(null),
        value.length(),
        HarmlessValues.joined(notes).orElse(null));
  }

  /** The fields of an object, and of the objects in it. */
  private static Map<String, List<String>> fields(JsonNode json) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    json.properties()
        .forEach(
            field -> {
              fields.put(field.getKey(), List.of(text(field.getValue())));
              field
                  .getValue()
                  .properties()
                  .forEach(inner -> fields.put(inner.getKey(), List.of(text(inner.getValue()))));
            });
    return fields;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
