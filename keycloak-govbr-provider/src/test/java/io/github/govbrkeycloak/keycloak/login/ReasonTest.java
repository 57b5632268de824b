package io.github.govbrkeycloak.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.config.GovBrConfigForm;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every reason for refusing a login")
class ReasonTest {

  static Properties messages(String locale) {
    String file = "/theme-resources/messages/messages_" + locale + ".properties";
    Properties messages = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(ReasonTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
    return messages;
  }

  @ParameterizedTest
  @EnumSource
  void has_a_sentence_in_both_languages(Reason reason) {
    assertThat(messages("pt_BR").getProperty(reason.messageKey())).isNotBlank().endsWith(".");
    assertThat(messages("en").getProperty(reason.messageKey())).isNotBlank().endsWith(".");
  }

  @Test
  void has_a_code_of_its_own() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates();
  }

  @Test
  void and_every_other_text_stands_in_both_languages() {
    assertThat(messages("pt_BR").stringPropertyNames())
        .isEqualTo(messages("en").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt_BR", "en"})
  void and_every_field_of_the_console_has_a_label_and_a_help(String locale) {
    Properties messages = messages(locale);
    assertThat(GovBrConfigForm.properties())
        .allSatisfy(
            field -> {
              assertThat(messages).containsKey(field.getLabel());
              assertThat(messages).containsKey(field.getHelpText());
            });
  }

  /** Pages format every message: one apostrophe alone would vanish, and quote what follows. */
  @ParameterizedTest
  @EnumSource
  void loses_no_apostrophe_on_the_page(Reason reason) {
    for (String language : new String[] {"pt_BR", "en"}) {
      String written = messages(language).getProperty(reason.messageKey());
      assertThat(new MessageFormat(written).format(new Object[0]))
          .as(language)
          .isEqualTo(written.replace("''", "'"));
    }
  }
}
