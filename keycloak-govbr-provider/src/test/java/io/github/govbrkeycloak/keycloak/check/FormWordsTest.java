package io.github.govbrkeycloak.keycloak.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;

@DisplayName("The words of a client policy")
class FormWordsTest {

  private static final FormWords FORM =
      new FormWords(
          List.of(
              field("nivel", List.of("bronze", "prata", "ouro")),
              field("selos", List.of("801 (certificado_digital)", "901 (cin_facial)")),
              field("empresa", List.of("não pede", "obrigatória")),
              field("livre", null)));

  private static ProviderConfigProperty field(String name, List<String> options) {
    ProviderConfigProperty field = new ProviderConfigProperty();
    field.setName(name);
    field.setOptions(options);
    return field;
  }

  private static List<String> unknownIn(String json) throws IOException {
    JsonNode configuration = new JsonMapper().readTree(json);
    return FORM.unknownIn(configuration).toList();
  }

  @Test
  void are_known_as_the_form_offers_them_and_without_their_explanation() throws IOException {
    assertThat(
            unknownIn(
                """
                {"nivel": "prata", "selos": ["801 (certificado_digital)", "901"],
                 "empresa": "não pede", "livre": "qualquer", "auto-configure": "x"}
                """))
        .isEmpty();
  }

  @Test
  void may_be_written_in_one_text() throws IOException {
    assertThat(unknownIn("{\"selos\": \"801, 901##999\"}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"nivel\": \"diamante\"};nivel=diamante",
        "{\"nivel\": [\"prata\", \"Prata\"]};nivel=Prata",
        "{\"selos\": \"rosto\"};selos=rosto",
        "{\"niveis\": \"prata\"};niveis",
        "{\"empresa\": \"talvez\"};empresa=talvez"
      })
  void are_told_when_nobody_knows_them(String json, String told) throws IOException {
    assertThat(unknownIn(json)).containsExactly(told);
  }

  @Test
  void need_not_be_there() throws IOException {
    assertThat(FORM.unknownIn(null)).isEmpty();
    assertThat(unknownIn("[]")).isEmpty();
    assertThat(unknownIn("{\"nivel\": null}")).isEqualTo(List.of("nivel=null"));
  }
}
