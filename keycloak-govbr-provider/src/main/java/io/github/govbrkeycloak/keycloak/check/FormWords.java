package io.github.govbrkeycloak.keycloak.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * The words that a form of the console offers, to compare with what somebody wrote by hand.
 *
 * @param properties the fields of the form
 */
record FormWords(List<ProviderConfigProperty> properties) {

  /** Keycloak's own key in every configuration that its console has saved. */
  private static final String AUTO_CONFIGURE = "auto-configure";

  private static final Pattern SEPARATOR = Pattern.compile("##|,");

  /** gov.br adds seals every year: a new number is no mistake. */
  private static final Pattern SEAL = Pattern.compile("[0-9]{3,4}");

  /** What nobody knows: names of fields, and values of fields that offer a choice. */
  Stream<String> unknownIn(JsonNode configuration) {
    if (configuration == null || !configuration.isObject()) {
      return Stream.empty();
    }
    Map<String, ProviderConfigProperty> known =
        properties.stream()
            .collect(Collectors.toMap(ProviderConfigProperty::getName, Function.identity()));
    return configuration.properties().stream()
        .filter(field -> !AUTO_CONFIGURE.equals(field.getKey()))
        .flatMap(
            field ->
                known.containsKey(field.getKey())
                    ? unknownValues(known.get(field.getKey()), field.getValue())
                    : Stream.of(field.getKey()));
  }

  private static Stream<String> unknownValues(ProviderConfigProperty field, JsonNode value) {
    if (field.getOptions() == null || field.getOptions().isEmpty()) {
      return Stream.empty();
    }
    Set<String> offered =
        field.getOptions().stream().map(FormWords::firstWord).collect(Collectors.toSet());
    return texts(value)
        .flatMap(text -> Arrays.stream(SEPARATOR.split(text)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .filter(text -> !field.getOptions().contains(text))
        .filter(text -> !offered.contains(firstWord(text)) && !SEAL.matcher(text).matches())
        .map(text -> field.getName() + "=" + text);
  }

  /** An option may explain itself after its value, as in "801 (certificado_digital)". */
  private static String firstWord(String text) {
    int parenthesis = text.indexOf(" (");
    return parenthesis < 0 ? text : text.substring(0, parenthesis);
  }

  private static Stream<String> texts(JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
        : Stream.of(value.asText());
  }
}
