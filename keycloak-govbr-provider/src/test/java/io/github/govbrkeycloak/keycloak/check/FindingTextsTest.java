package io.github.govbrkeycloak.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the check can find")
class FindingTextsTest {

  private static final Path SOURCES =
      Path.of("src/main/java/io/github/govbrkeycloak/keycloak/check");
  private static final Path MESSAGES = Path.of("src/main/resources/theme-resources/messages");
  private static final Pattern FOUND =
      Pattern.compile(
          "Finding\\s*\\.(green|yellow|red)\\(\\s*Item\\.([A-Z_]+)(?:,\\s*\"([^\"]+)\")?");

  private static Properties messages(String locale) {
    Properties messages = new Properties();
    Path file = MESSAGES.resolve("messages_" + locale + ".properties");
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }

  /** Each case that the sources make, with its colour. */
  private static Map<String, String> cases() throws IOException {
    Map<String, String> cases = new TreeMap<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file :
          files
              .filter(
                  path ->
                      path.toString().endsWith("Check.java")
                          || path.toString().endsWith("RegisteredAddresses.java"))
              .toList()) {
        FOUND
            .matcher(Files.readString(file))
            .results()
            .forEach(
                found -> {
                  boolean green = found.group(1).equals("green");
                  String word = Item.valueOf(found.group(2)).word();
                  String which = green ? Finding.OK : String.valueOf(found.group(3));
                  cases.put("govbr.check." + word + "." + which, found.group(1));
                });
      }
    }
    return cases;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en"})
  void has_a_sentence_and_unless_it_is_green_a_remedy(String locale) throws IOException {
    Properties messages = messages(locale);

    assertThat(cases()).hasSizeGreaterThan(30);
    cases()
        .forEach(
            (key, colour) -> {
              assertThat(messages.getProperty(key)).as(key).isNotBlank();
              assertThat(messages.containsKey(key + ".remedy"))
                  .as(key + ".remedy")
                  .isEqualTo(!colour.equals("green"));
            });
  }

  @Test
  void is_all_there_is_a_sentence_for() throws IOException {
    List<String> items =
        Stream.of(Item.values()).map(item -> "govbr.check." + item.word()).toList();
    List<String> sentences =
        messages("pt_BR").stringPropertyNames().stream()
            .filter(key -> items.stream().anyMatch(item -> key.startsWith(item + ".")))
            .map(key -> key.replaceAll("\\.remedy$", ""))
            .distinct()
            .toList();

    assertThat(cases().keySet()).containsExactlyInAnyOrderElementsOf(sentences);
  }

  @Test
  void is_told_with_its_details_and_apostrophes() {
    Texts texts = new Texts(messages("en"), Locale.ENGLISH);

    assertThat(texts.sentence(Finding.red(Item.SAIDA, "sem-resposta", "lento")))
        .isEqualTo(
            "gov.br's logout address did not answer (lento): whoever signs out sees a warning"
                + " (GOVBR-602).");
    assertThat(texts.remedy(Finding.green(Item.CHAVES))).isEmpty();
  }
}
