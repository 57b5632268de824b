package io.github.govbrkeycloak.keycloak.config;

import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Fields of the console, in their order. The label and the help of each are the messages {@code
 * PREFIX.NAME.label} and {@code PREFIX.NAME.help}, whose name is the setting's own.
 */
public final class ConsoleFields {

  private final String prefix;
  private final ProviderConfigurationBuilder fields = ProviderConfigurationBuilder.create();

  private ConsoleFields(String prefix) {
    this.prefix = prefix;
  }

  /** None yet. */
  public static ConsoleFields of(String prefix) {
    return new ConsoleFields(prefix);
  }

  /** A line of text, empty at first. */
  public ConsoleFields text(String name) {
    return text(name, null);
  }

  /** A line of text. */
  public ConsoleFields text(String name, String first) {
    return add(field(name, ProviderConfigProperty.STRING_TYPE).defaultValue(first));
  }

  /** Several lines of text. */
  public ConsoleFields texts(String name, String first) {
    return add(field(name, ProviderConfigProperty.MULTIVALUED_STRING_TYPE).defaultValue(first));
  }

  /** A switch. */
  public ConsoleFields onOff(String name, boolean first) {
    return add(field(name, ProviderConfigProperty.BOOLEAN_TYPE).defaultValue(first));
  }

  /** One of several words; the first one at first. */
  public ConsoleFields oneOf(String name, List<String> words) {
    return add(
        field(name, ProviderConfigProperty.LIST_TYPE).options(words).defaultValue(words.get(0)));
  }

  /** Any of several words; none at first. */
  public ConsoleFields anyOf(String name, List<String> words) {
    return add(field(name, ProviderConfigProperty.MULTIVALUED_LIST_TYPE).options(words));
  }

  private ProviderConfigurationBuilder.ProviderConfigPropertyBuilder field(
      String name, String type) {
    return fields
        .property()
        .name(name)
        .label(prefix + "." + name + ".label")
        .helpText(prefix + "." + name + ".help")
        .type(type);
  }

  private ConsoleFields add(ProviderConfigurationBuilder.ProviderConfigPropertyBuilder field) {
    field.add();
    return this;
  }

  /** All of them. */
  public List<ProviderConfigProperty> build() {
    return fields.build();
  }
}
