package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting that cannot work")
class InvalidSettingTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path MESSAGES = Path.of("src/main/resources/theme-resources/messages");
  private static final String PREFIX = "govbr.ajuste.";
  private static final Pattern THROWN =
      Pattern.compile(
          "InvalidSettingException\\s*\\.of(?:Keycloak)?\\([^;]*?,\\s*\"([a-z.]+)\"[^;]*;");

  /** What the sources say must be done, each a remedy with a sentence. */
  private static Set<String> remedies() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> java = files.filter(path -> path.toString().endsWith(".java")).toList();
      Set<String> remedies = new TreeSet<>();
      for (Path file : java) {
        THROWN
            .matcher(Files.readString(file))
            .results()
            .map(found -> PREFIX + found.group(1))
            .forEach(remedies::add);
      }
      return remedies;
    }
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    Path file = MESSAGES.resolve("messages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      messages.load(reader);
    }
    return messages;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en"})
  void has_a_remedy_in_a_whole_sentence(String language) throws IOException {
    Properties messages = messages(language);
    Set<String> told =
        messages.stringPropertyNames().stream()
            .filter(key -> key.startsWith(PREFIX))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).hasSizeGreaterThan(15).isEqualTo(remedies());
    assertThat(told).allSatisfy(key -> assertThat(messages.getProperty(key)).as(key).endsWith("."));
  }

  @Test
  void is_named_as_the_console_names_it_in_the_readers_language() {
    InvalidSettingException invalid =
        InvalidSettingException.of("fatos", "fatos.escopo", "empresas", "x", "govbr.escopos.label");

    assertThat(
            Told.inPortuguese(
                () -> {
                  throw invalid;
                }))
        .isEqualTo(
            "Fatos a consultar: empresas precisa do escopo x: acrescente-o em \"Escopos\" ou"
                + " retire empresas.");
    assertThat(
            Told.inEnglish(
                () -> {
                  throw invalid;
                }))
        .isEqualTo(
            "Facts to ask for: empresas needs the scope x: add it to \"Scopes\", or remove"
                + " empresas.");
  }

  @Test
  void keeps_what_was_written_although_it_looks_like_a_key_or_a_format() {
    Properties words = new Properties();
    words.put("scope", "Scope");
    words.put("govbr.ajuste.parametros.nosso", "retire {0}.");

    assertThat(
            InvalidSettingException.of("x", "parametros.nosso", "scope").told(words).getMessage())
        .endsWith(": retire scope.");
    assertThat(
            InvalidSettingException.of("x", "parametros.nosso", "${vault.x}'{0}")
                .told(words)
                .getMessage())
        .endsWith(": retire ${vault.x}'{0}.");
  }
}
