package io.github.govbrkeycloak.keycloak.config;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.Constants;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Settings of an identity provider about what it asks gov.br beyond the ID token.
 *
 * @param config the identity provider's configuration
 */
public record FactSettings(Map<String, String> config) {

  /** Facts to ask for at each login, by {@link Fact#word()}. Protocol mappers use the same key. */
  public static final String FATOS = "fatos";

  /** Milliseconds that a login waits for all facts together. */
  public static final String PRAZO_EXTRAS_MS = "prazoExtrasMs";

  /** Whether gov.br's access token stays in the session until it expires. */
  public static final String GUARDAR_TOKEN = "guardarToken";

  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 10_000;

  /** The facts that every login asks for. */
  public Set<Fact> needed() {
    return factsIn(config);
  }

  /** The facts named in a configuration; unknown words are left out. */
  public static Set<Fact> factsIn(Map<String, String> config) {
    EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
    words(config).map(Fact::of).flatMap(Optional::stream).forEach(facts::add);
    return Collections.unmodifiableSet(facts);
  }

  private static Stream<String> words(Map<String, String> config) {
    return Arrays.stream(config.getOrDefault(FATOS, "").split(Constants.CFG_DELIMITER))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  /** How long a login waits for facts; empty when nothing readable is configured. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(config.get(PRAZO_EXTRAS_MS))
        .map(String::strip)
        .filter(millis -> millis.matches("[0-9]{1,6}"))
        .map(Integer::parseInt)
        .filter(millis -> millis >= SHORTEST_MILLIS && millis <= LONGEST_MILLIS)
        .map(Duration::ofMillis);
  }

  /** Whether gov.br's access token stays in the session. */
  public boolean keepsToken() {
    return Boolean.parseBoolean(config.get(GUARDAR_TOKEN));
  }

  /**
   * Refuses settings that cannot work.
   *
   * @param scopes what the login asks of gov.br
   * @throws InvalidSettingException naming the field and the remedy
   */
  void validate(Set<String> scopes) {
    words(config)
        .filter(word -> Fact.of(word).isEmpty())
        .forEach(
            word -> {
              throw InvalidSettingException.of(FATOS, "escolha", String.join(", ", Fact.words()));
            });
    needed().stream()
        .filter(fact -> !scopes.contains(fact.scope()))
        .forEach(
            fact -> {
              throw InvalidSettingException.of(
                  FATOS, "fatos.escopo", fact.word(), fact.scope(), GovBrConfig.SCOPE_LABEL);
            });
    String millis = config.get(PRAZO_EXTRAS_MS);
    if (millis != null && !millis.isBlank() && deadline().isEmpty()) {
      throw InvalidSettingException.of(
          PRAZO_EXTRAS_MS,
          "prazo",
          Integer.toString(SHORTEST_MILLIS),
          Integer.toString(LONGEST_MILLIS));
    }
  }

  /** The console's fields. */
  public static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr")
        .anyOf(FATOS, Fact.words())
        .text(PRAZO_EXTRAS_MS)
        .onOff(GUARDAR_TOKEN, false)
        .build();
  }
}
