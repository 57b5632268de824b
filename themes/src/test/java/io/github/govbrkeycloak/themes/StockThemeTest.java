package io.github.govbrkeycloak.themes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our theme stands on Keycloak's own. When Keycloak changes a file that we replace, somebody has to
 * look at the difference before the new version is used: that is what these hashes are for.
 */
class StockThemeTest {

  private static final String MESSAGES = "messages/messages_pt_BR.properties";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "keycloak.v2/login/social-providers.ftl,"
        + " 46e1f2701cee4939a8134dc9206114405fdb41a0c106157229176eeefe4c7cca",
    "keycloak.v2/login/footer.ftl,"
        + " 3e81a9f78b2c15268b29e1f3a18ada54304c0d46fc7337bf966fdcb30a9b862e",
    "base/email/html/template.ftl,"
        + " 1e2a39459aa8211afadfba39db4ee4aad38ab8624c53a39fe1500f076f5df1d8"
  })
  @DisplayName("The stock file that we replace is the one we looked at")
  void theStockFileThatWeReplaceIsTheOneWeLookedAt(String file, String sha256) {
    assertThat(sha256("theme/" + file))
        .as("%s changed: compare it with ours, adapt ours, then write the new hash here", file)
        .isEqualTo(sha256);
  }

  @Test
  @DisplayName("Every message that we reword exists in the stock theme")
  void everyMessageThatWeRewordExistsInTheStockTheme() {
    Properties stock = properties("theme/base/login/messages/messages_en.properties");
    Properties ours = properties("theme/govbr/login/" + MESSAGES);

    assertThat(ours.stringPropertyNames())
        .filteredOn(key -> !key.startsWith("govbr"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(stock).containsKey(key));
  }

  @Test
  @DisplayName("No message is left that says the same as the stock translation")
  void noMessageIsLeftThatSaysTheSameAsTheStockTranslation() {
    Properties stock = properties("theme/base/login/" + MESSAGES);
    Properties ours = properties("theme/govbr/login/" + MESSAGES);

    assertThat(ours.stringPropertyNames())
        .allSatisfy(key -> assertThat(ours.getProperty(key)).isNotEqualTo(stock.getProperty(key)));
  }

  @Test
  @DisplayName("No message keeps jargon that a citizen cannot know")
  void noMessageKeepsJargonThatACitizenCannotKnow() {
    Properties ours = properties("theme/govbr/login/" + MESSAGES);

    assertThat(ours.values())
        .allSatisfy(
            text ->
                assertThat(text.toString().toLowerCase(Locale.ROOT))
                    .doesNotContainPattern("\\b(realm|idp|token|claim|login|logout|uri)\\b"));
  }

  @Test
  @DisplayName("The theme asks for nothing from another server")
  void theThemeAsksForNothingFromAnotherServer() {
    for (String file :
        new String[] {
          "login/resources/css/govbr-login.css",
          "login/social-providers.ftl",
          "login/footer.ftl",
          "email/html/template.ftl"
        }) {
      assertThat(new String(bytes("theme/govbr/" + file), UTF_8))
          .as(file)
          .doesNotContain("http:", "https:", "url(\"//", "src=\"//");
    }
  }

  private static Properties properties(String path) {
    Properties properties = new Properties();
    try (InputStream in = open(path);
        InputStreamReader reader = new InputStreamReader(in, UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static String sha256(String path) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(path)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = StockThemeTest.class.getClassLoader().getResourceAsStream(path);
    assertThat(in).as(path).isNotNull();
    return in;
  }
}
