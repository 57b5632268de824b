package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("Every field in the console")
class ConsoleTextsTest {

  private static final Path SERVICES = Path.of("src/main/resources/META-INF/services");

  private static final Path GUIDE = Path.of("../docs/guia-do-administrador.md");

  /** Long enough for a sentence that says what follows. */
  private static final int SHORTEST_HELP = 30;

  /** Everything of ours that the console has a form for. */
  private static Stream<ConfiguredProvider> forms() {
    try (Stream<Path> services = Files.list(SERVICES)) {
      return services
          .flatMap(ConsoleTextsTest::providers)
          .filter(ConfiguredProvider.class::isInstance)
          .map(ConfiguredProvider.class::cast)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Object> providers(Path service) {
    try {
      return Files.readAllLines(service).stream()
          .filter(name -> !name.isBlank())
          .map(ConsoleTextsTest::instance);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Object instance(String className) {
    try {
      return Class.forName(className.strip()).getConstructor().newInstance();
    } catch (ReflectiveOperationException notAProvider) {
      throw new IllegalStateException(className, notAProvider);
    }
  }

  /** Fields that Keycloak itself adds to a form have its own words, not our keys. */
  private static List<ProviderConfigProperty> fields() {
    return forms()
        .flatMap(form -> form.getConfigProperties().stream())
        .filter(field -> field.getLabel().startsWith("govbr."))
        .toList();
  }

  private static Properties messages(String language) throws IOException {
    String file = "/theme-resources/messages/messages_" + language + ".properties";
    Properties messages = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            ConsoleTextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    }
    return messages;
  }

  @Test
  void is_known_to_this_test() {
    assertThat(forms()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(fields()).hasSizeGreaterThan(45);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en"})
  void has_a_label_and_a_help_in_whole_sentences(String language) throws IOException {
    Properties messages = messages(language);

    assertThat(fields())
        .allSatisfy(
            field -> {
              String label = messages.getProperty(field.getLabel());
              String help = messages.getProperty(String.valueOf(field.getHelpText()));
              assertThat(label).as(field.getLabel()).isNotBlank().doesNotEndWith(".");
              assertThat(help)
                  .as(field.getHelpText())
                  .isNotBlank()
                  .endsWith(".")
                  .hasSizeGreaterThan(SHORTEST_HELP)
                  .isNotEqualTo(label);
            });
  }

  @Test
  void is_told_in_portuguese_to_those_who_read_portuguese() throws IOException {
    Properties portuguese = messages("pt_BR");
    Properties english = messages("en");

    assertThat(fields())
        .allSatisfy(
            field ->
                assertThat(portuguese.getProperty(field.getHelpText()))
                    .as(field.getHelpText())
                    .isNotEqualTo(english.getProperty(field.getHelpText())));
  }

  @Test
  void can_be_typed_into() {
    assertThat(fields())
        .allSatisfy(
            field ->
                assertThat(field.getType())
                    .as(field.getName())
                    .isNotEqualTo(ProviderConfigProperty.URL_TYPE));
  }

  @Test
  void holds_no_secret_because_keycloak_masks_only_its_own() {
    assertThat(fields()).noneMatch(ProviderConfigProperty::isSecret);
  }

  @Test
  void of_the_provider_is_in_the_guides_table_of_keys() throws IOException {
    String guide = Files.readString(GUIDE);
    String keys =
        guide.substring(
            guide.indexOf("Chaves de `config`"), guide.indexOf("## Configurar por kcadm"));

    assertThat(GovBrConfigForm.properties())
        .extracting(ProviderConfigProperty::getName)
        .allSatisfy(key -> assertThat(keys).contains("`" + key + "`"));
  }
}
