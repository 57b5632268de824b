package io.github.govbrkeycloak.keycloak.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an administrator reads who saves a setting that cannot work. */
public final class Told {

  private static final Path MESSAGES = Path.of("src/main/resources/theme-resources/messages");

  private Told() {}

  /** The sentence in Portuguese. */
  public static String inPortuguese(ThrowingCallable save) {
    return in("pt_BR", save);
  }

  /** The sentence in English. */
  public static String inEnglish(ThrowingCallable save) {
    return in("en", save);
  }

  private static String in(String language, ThrowingCallable save) {
    return catchThrowableOfType(InvalidSettingException.class, save)
        .told(messages(language))
        .getMessage();
  }

  private static Properties messages(String language) {
    Properties messages = new Properties();
    Path file = MESSAGES.resolve("messages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }
}
