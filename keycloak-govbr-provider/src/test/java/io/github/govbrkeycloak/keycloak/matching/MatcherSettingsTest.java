package io.github.govbrkeycloak.keycloak.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of the matching by CPF")
class MatcherSettingsTest {

  @Test
  void look_for_every_form_in_the_attribute_cpf_and_refuse_nobody_when_nothing_is_set() {
    MatcherSettings settings = new MatcherSettings(Map.of());
    assertThat(settings.attributes()).containsExactly("cpf");
    assertThat(settings.forms()).isEqualTo(new CpfForms(true, true));
    assertThat(settings.admitsOnlyExisting()).isFalse();
    assertThat(settings.contact()).isEmpty();
  }

  @Test
  void are_what_the_console_stored() {
    MatcherSettings settings =
        new MatcherSettings(
            Map.of(
                "atributos", "numeroFiscal##username",
                "comPontuacao", "false",
                "semZeros", "false",
                "soExistentes", "true",
                "contato", " Setor de Pessoal "));
    assertThat(settings.attributes()).containsExactly("numeroFiscal", "username");
    assertThat(settings.forms()).isEqualTo(new CpfForms(false, false));
    assertThat(settings.admitsOnlyExisting()).isTrue();
    assertThat(settings.contact()).contains("Setor de Pessoal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt_BR"})
  void are_explained_in_the_console(String language) {
    Properties messages = messages(language);
    assertThat(new CpfMatcherFactory().getConfigProperties())
        .isNotEmpty()
        .allSatisfy(
            property ->
                assertThat(messages).containsKeys(property.getLabel(), property.getHelpText()));
  }

  private static Properties messages(String language) {
    Path file =
        Path.of("src/main/resources/theme-resources/messages/messages_" + language + ".properties");
    Properties messages = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      messages.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }
}
