package io.github.govbrkeycloak.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The fields of one name in a JSON body: in the object itself, or in each object of a list. The
 * name may be a way down, {@code poas.status}.
 */
final class JsonFields {

  private final JsonNode body;
  private final List<String> path;

  private JsonFields(JsonNode body, List<String> path) {
    this.body = body;
    this.path = path;
  }

  /** Those the parameter {@code nome} means; without it, the first field of each object. */
  static JsonFields of(JsonNode body, Parameters parameters) {
    String name = parameters.text("nome", "");
    return new JsonFields(body, name.isEmpty() ? List.of() : List.of(name.split("\\.", -1)));
  }

  JsonNode remove() {
    owners().forEach(owner -> owner.remove(nameIn(owner)));
    return body;
  }

  /** Only what is there: a field that is absent stays absent. */
  JsonNode replace(UnaryOperator<JsonNode> change) {
    for (ObjectNode owner : owners()) {
      String name = nameIn(owner);
      if (owner.has(name)) {
        owner.set(name, change.apply(owner.get(name)));
      }
    }
    return body;
  }

  /** A list becomes its items with blanks between them. */
  static JsonNode asText(JsonNode value) {
    return TextNode.valueOf(
        value.isArray()
            ? StreamSupport.stream(value.spliterator(), false)
                .map(JsonFields::plain)
                .collect(Collectors.joining(" "))
            : plain(value));
  }

  /** The same body with every list emptied. */
  static JsonNode withoutItems(JsonNode body) {
    if (body instanceof ArrayNode list) {
      return list.removeAll();
    }
    body.forEach(JsonFields::withoutItems);
    return body;
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private String nameIn(ObjectNode owner) {
    if (!path.isEmpty()) {
      return path.get(path.size() - 1);
    }
    return owner.isEmpty() ? "" : owner.fieldNames().next();
  }

  private List<ObjectNode> owners() {
    List<JsonNode> reached = items(body);
    for (int i = 0; i < path.size() - 1; i++) {
      String step = path.get(i);
      reached = reached.stream().flatMap(node -> items(node.path(step)).stream()).toList();
    }
    return reached.stream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .toList();
  }

  private static List<JsonNode> items(JsonNode node) {
    List<JsonNode> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else {
      items.add(node);
    }
    return items;
  }
}
