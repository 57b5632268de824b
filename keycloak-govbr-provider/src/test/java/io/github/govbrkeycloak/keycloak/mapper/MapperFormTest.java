package io.github.govbrkeycloak.keycloak.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.claims.GovBrClaimsMapper;
import io.github.govbrkeycloak.keycloak.claims.GovBrSamlMapper;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.broker.provider.IdentityProviderMapper;
import org.keycloak.provider.ConfiguredProvider;

@DisplayName("What the console says of mappers")
class MapperFormTest {

  private static Stream<ConfiguredProvider> mappers() {
    return Stream.concat(
        ServiceLoader.load(IdentityProviderMapper.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(GovBrMapper.class::isInstance),
        Stream.of(new GovBrClaimsMapper(), new GovBrSamlMapper()));
  }

  /** Fields that Keycloak itself adds have its own words, not keys. */
  private static Stream<String> keys() {
    return mappers()
        .flatMap(mapper -> mapper.getConfigProperties().stream())
        .filter(field -> field.getLabel().startsWith("govbr."))
        .flatMap(field -> Stream.of(field.getLabel(), field.getHelpText()));
  }

  @Test
  void is_in_words_where_the_console_looks_for_no_message() {
    assertThat(mappers().map(ConfiguredProvider::getHelpText))
        .allSatisfy(help -> assertThat(help).contains(" (").endsWith(")").doesNotContain("govbr."));
  }

  @Test
  void is_said_of_all_of_them() {
    assertThat(mappers()).hasSize(6);
    assertThat(keys()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt_BR"})
  void is_there_in_both_languages(String language) throws IOException {
    Properties messages = new Properties();
    String file = "/theme-resources/messages/messages_" + language + ".properties";
    try (InputStreamReader reader =
        new InputStreamReader(getClass().getResourceAsStream(file), StandardCharsets.UTF_8)) {
      messages.load(reader);
    }
    assertThat(keys())
        .allSatisfy(key -> assertThat(messages.getProperty(key, "")).as(key).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(MapperFault.class)
  void is_documented_when_it_goes_into_the_log(MapperFault fault) throws IOException {
    assertThat(Files.readString(Path.of("../docs/erros.md"))).contains("`" + fault.code() + "`");
  }
}
