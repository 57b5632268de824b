package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The claims contract as its page in {@code docs/} states it: the types of claims by their names,
 * members of objects as {@code govbr.nivel}, of objects in lists as {@code govbr.selos[].id}.
 */
record ClaimsContract(Map<String, String> types, JsonNode example) {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([^`]+)` \\| ([^|]+) \\|.*$", Pattern.MULTILINE);
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  static ClaimsContract read(Path page) {
    try {
      String text = Files.readString(page);
      Map<String, String> types = new TreeMap<>();
      Matcher row = ROW.matcher(text);
      while (row.find()) {
        types.put(row.group(1), row.group(2).strip());
      }
      Matcher example = EXAMPLE.matcher(text);
      if (!example.find()) {
        throw new IllegalStateException("the page has no example");
      }
      return new ClaimsContract(types, new ObjectMapper().readTree(example.group(1)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The types of a token's claims, named as in the contract. */
  static Map<String, String> typesIn(JsonNode claims) {
    Map<String, String> types = new TreeMap<>();
    collect("", claims, types);
    return types;
  }

  private static void collect(String prefix, JsonNode object, Map<String, String> types) {
    object
        .properties()
        .forEach(
            member -> {
              String name = prefix + member.getKey();
              // Of an empty list nobody can tell what it is a list of.
              if (!member.getValue().isArray() || !member.getValue().isEmpty()) {
                types.put(name, type(member.getValue()));
              }
              if (member.getValue().isObject()) {
                collect(name + ".", member.getValue(), types);
              }
              for (JsonNode item : member.getValue()) {
                if (member.getValue().isArray() && item.isObject()) {
                  collect(name + "[].", item, types);
                }
              }
            });
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "texto";
      case BOOLEAN -> "sim ou não";
      case OBJECT -> "objeto";
      case ARRAY -> value.path(0).isObject() ? "lista de objetos" : "lista de textos";
      default -> value.getNodeType().toString();
    };
  }
}
