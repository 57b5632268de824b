package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.config.ConfiguredList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * "One of these" or "all of these". Nothing wanted is met by nobody: an empty field must not grant
 * a role to everybody.
 *
 * @param wanted as configured
 * @param all whether each of them is needed
 */
record ListCondition(List<String> wanted, boolean all) {

  /** Configuration key: {@link #ANY} or {@link #ALL}. */
  static final String EXIGENCIA = "exigencia";

  static final String ANY = "qualquer um";
  static final String ALL = "todos";

  /**
   * Reads a condition.
   *
   * @param one key of the field to choose one from
   * @param more key of the field in which more are written
   */
  static ListCondition of(Map<String, String> config, String one, String more) {
    return new ListCondition(
        Stream.of(one, more)
            .map(config::get)
            .map(ConfiguredList::of)
            .flatMap(List::stream)
            .toList(),
        ALL.equals(config.get(EXIGENCIA)));
  }

  boolean holds(Predicate<String> held) {
    return all
        ? !wanted.isEmpty() && wanted.stream().allMatch(held)
        : wanted.stream().anyMatch(held);
  }

  static ProviderConfigProperty property() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(EXIGENCIA)
        .label("govbr.mapper.exigencia.label")
        .helpText("govbr.mapper.exigencia.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(ANY, ALL)
        .defaultValue(ANY)
        .add()
        .build()
        .get(0);
  }
}
