package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.util.JsonSerialization;

@DisplayName("The configuration of govbr-requisitos")
class ProfileSettingsTest {

  private static Requirements read(String json) {
    try {
      return new ProfileSettings(
              JsonSerialization.mapper.readValue(json, new TypeReference<Map<String, Object>>() {}))
          .requirements();
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @Test
  void says_all_that_is_demanded() {
    assertThat(
            read(
                """
                {"nivel": "prata",
                 "selos": ["701 (tse_facial)", "801 (certificado_digital)"],
                 "selosTodos": ["602", "901"],
                 "fatores": ["mfa", "x509"],
                 "fatoresPreferidos": ["bank"],
                 "empresa": "obrigatória",
                 "auto-configure": "true"}
                """))
        .isEqualTo(
            Requirements.level(Nivel.PRATA)
                .plus(Requirements.seals(OneOf.any(List.of(Selo.of("701"), Selo.of("801")))))
                .plus(Requirements.seals(OneOf.all(List.of(Selo.of("602"), Selo.of("901")))))
                .plus(Requirements.factors(OneOf.any(List.of(Amr.of("mfa"), Amr.of("x509")))))
                .plus(Requirements.preferred(Set.of(Amr.of("bank"))))
                .plus(Requirements.company(CompanyNeed.REQUIRED)));
  }

  @Test
  void tells_why_and_demands_nothing_by_that() {
    ProfileSettings settings =
        new ProfileSettings(Map.of("motivo", " Seus dados, protegidos por lei, ficam aqui. "));

    assertThat(settings.reason()).contains("Seus dados, protegidos por lei, ficam aqui.");
    assertThat(settings.requirements()).isEqualTo(Requirements.NONE);
    assertThat(new ProfileSettings(Map.of("motivo", " ")).reason()).isEmpty();
  }

  @Test
  void says_nothing_when_it_is_empty() {
    assertThat(read("{}")).isEqualTo(Requirements.NONE);
    assertThat(
            read(
                """
                {"nivel": "", "selos": [], "selosTodos": null, "fatores": [""],
                 "fatoresPreferidos": [], "empresa": "não pede"}
                """))
        .isEqualTo(Requirements.NONE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"nivel": "parta"}              ; parta
          {"nivel": "silver"}             ; silver
          {"nivel": "2"}                  ; 2
          {"nivell": "prata"}             ; nivell
          {"selos": ["80l"]}              ; 80l
          {"selos": ["certificado"]}      ; certificado
          {"selosTodos": ["801", "x"]}    ; x
          {"fatores": ["mfaa"]}           ; mfaa
          {"fatores": ["mfa", "senha"]}   ; senha
          {"empresa": "obrigatoria"}      ; obrigatoria
          {"empresa": true}               ; true
          {"nivel": {"a": 1}}             ; {a=1}
          """)
  void refuses_what_nobody_knows(String json, String word) {
    assertThat(read(json).unknownWords()).containsExactly(word);
    assertThat(read(json).areBinding()).isTrue();
  }

  @Test
  void never_refuses_for_a_preferred_factor_not_even_a_misspelt_one() {
    assertThat(read("{\"fatoresPreferidos\": [\"mfaa\"]}").areBinding()).isFalse();
  }

  @Test
  void takes_seals_and_factors_that_gov_br_has_added_since() {
    assertThat(read("{\"selos\": [\"999\"], \"fatores\": [\"bank260\"]}"))
        .isEqualTo(
            Requirements.seals(OneOf.any(List.of(Selo.of("999"))))
                .plus(Requirements.factors(OneOf.any(List.of(Amr.of("bank260"))))));
  }

  @Test
  void may_be_written_in_one_text() {
    assertThat(read("{\"selos\": \"701, 801\"}"))
        .isEqualTo(read("{\"selos\": [\"701\", \"801\"]}"));
    assertThat(read("{\"selos\": \"701##801\"}"))
        .isEqualTo(read("{\"selos\": [\"701\", \"801\"]}"));
  }

  @Test
  void offers_nothing_that_it_would_refuse_and_explains_each_field_in_both_languages()
      throws java.io.IOException {
    for (String locale : List.of("pt_BR", "en")) {
      Properties messages = new Properties();
      try (var file =
          new java.io.InputStreamReader(
              getClass()
                  .getResourceAsStream(
                      "/theme-resources/messages/messages_" + locale + ".properties"),
              java.nio.charset.StandardCharsets.UTF_8)) {
        messages.load(file);
      }
      assertThat(new RequirementsExecutorFactory().getConfigProperties())
          .hasSize(7)
          .allSatisfy(
              field -> {
                assertThat(messages).containsKeys(field.getLabel(), field.getHelpText());
                assertThat(field.getOptions())
                    .allSatisfy(
                        option ->
                            assertThat(
                                    new ProfileSettings(Map.of(field.getName(), option))
                                        .requirements()
                                        .unknownWords())
                                .isEmpty());
              });
    }
  }
}
