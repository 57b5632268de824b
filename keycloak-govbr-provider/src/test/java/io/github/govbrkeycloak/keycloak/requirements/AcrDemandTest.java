package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a client and its request say of the level")
class AcrDemandTest {

  private static final Map<String, Integer> MAP = Map.of("bronze", 1, "prata", 2, "ouro", 3);

  private static final Map<String, Integer> URIS =
      Map.of("https://orgao.gov.br/nivel/prata", 2, "https://orgao.gov.br/nivel/ouro", 3);

  private static AcrDemand demand(
      String minimum, String claims, String acrValues, List<String> defaults) {
    return new AcrDemand(
        Optional.ofNullable(minimum),
        Optional.ofNullable(claims),
        Optional.ofNullable(acrValues),
        defaults,
        Optional.empty());
  }

  private static Requirements read(AcrDemand demand) {
    return demand.in(new AcrWords(MAP, MAP));
  }

  private static Requirements claims(String claims) {
    return read(demand(null, claims, null, List.of()));
  }

  @ParameterizedTest(name = "minimum.acr.value {0}, acr.loa.map {1}: {2}")
  @CsvSource({
    "prata,  bronze=1 prata=2 ouro=3,    prata",
    "ouro,   bronze=1 prata=2 ouro=3,    ouro",
    "bronze, bronze=1 prata=2 ouro=3,    bronze",
    "medio,  bronze=1 prata=2 medio=2,   prata",
    "forte,  prata=20 ouro=30 forte=25,  ouro",
    "2,      2=2,                        prata",
    "parta,  bronze=1 prata=2 ouro=3,    unknown",
    "Prata,  bronze=1 prata=2 ouro=3,    unknown",
    "prata,  ,                           unknown",
    "2,      bronze=1 prata=2 ouro=3,    unknown",
    "maximo, bronze=1 prata=2 maximo=9,  unknown"
  })
  void is_a_level_of_gov_br_where_the_map_knows_it(String minimum, String map, String level) {
    Map<String, Integer> numbers = new java.util.HashMap<>();
    if (map != null) {
      for (String entry : map.split(" ")) {
        numbers.put(entry.split("=")[0], Integer.valueOf(entry.split("=")[1]));
      }
    }
    assertThat(demand(minimum, null, null, List.of()).in(new AcrWords(numbers, numbers)))
        .isEqualTo(
            level.equals("unknown")
                ? Requirements.unknown(minimum)
                : Requirements.level(Nivel.of(level)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"id_token":{"acr":{"essential":true,"value":"ouro"}}}            ; level ouro
          {"id_token":{"acr":{"essential":true,"values":["ouro","prata"]}}} ; level prata
          {"id_token":{"acr":{"essential":true,"values":["x","ouro"]}}}     ; level ouro
          {"id_token":{"acr":{"essential":true,"values":["x","y"]}}}        ; unknown x
          {"id_token":{"acr":{"essential":true,"values":[3]}}}              ; unknown 3
          {"id_token":{"acr":{"essential":true}}}                           ; nothing
          {"id_token":{"acr":null}}                                         ; nothing
          {"id_token":{"name":{"essential":true}}}                          ; nothing
          {"userinfo":{"acr":{"essential":true,"value":"ouro"}}}            ; nothing
          {}                                                                ; nothing
          {"id_token":{"acr":{"value":"ouro"}}}                             ; wish ouro
          {"id_token":{"acr":{"values":["ouro","prata"]}}}                  ; wish prata
          {"id_token":{"acr":{"value":"x"}}}                                ; nothing
          """)
  void is_binding_when_the_claim_is_essential(String claims, String demanded) {
    String[] words = demanded.split(" ");
    assertThat(claims(claims))
        .isEqualTo(
            switch (words[0]) {
              case "level" -> Requirements.level(Nivel.of(words[1]));
              case "wish" -> Requirements.wish(Nivel.of(words[1]));
              case "unknown" -> Requirements.unknown(words[1]);
              default -> Requirements.NONE;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "\"acr\"",
        "[]",
        "7",
        "null",
        "ouro",
        "{\"id_token\":{\"acr\":\"ouro\"}}",
        "{\"id_token\":{\"acr\":5}}",
        "{\"id_token\":{\"acr\":[{\"essential\":true}]}}",
        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":\"ouro\"}}}",
        "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":{\"a\":\"ouro\"}}}}"
      })
  void refuses_when_it_cannot_be_understood(String claims) {
    assertThat(claims(claims)).isEqualTo(Requirements.unknown("claims"));
  }

  @Test
  void refuses_a_claim_as_deep_as_an_attacker_likes() {
    assertThat(claims("{\"id_token\":".repeat(5000) + "1" + "}".repeat(5000)))
        .isEqualTo(Requirements.unknown("claims"));
  }

  @ParameterizedTest(name = "acr_values {0}, default.acr.values {1}: {2}")
  @CsvSource({
    "ouro,        ,      ouro",
    "ouro prata,  ,      prata",
    "x ouro,      ,      ouro",
    "x,           ,      ",
    "x,           prata, prata",
    ",            prata, prata",
    "ouro,        prata, ouro",
    ",            x,     "
  })
  void is_a_wish_when_the_person_can_edit_it(String acrValues, String defaults, String wished) {
    List<String> configured = defaults == null ? List.of() : List.of(defaults);
    assertThat(read(demand(null, null, acrValues, configured)))
        .isEqualTo(wished == null ? Requirements.NONE : Requirements.wish(Nivel.of(wished)));
  }

  @Test
  void adds_up() {
    Requirements both =
        read(
            demand(
                "prata",
                "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"ouro\"}}}",
                null,
                List.of()));
    assertThat(both).isEqualTo(Requirements.level(Nivel.OURO));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://orgao.gov.br/nivel/prata, prata",
    "https://orgao.gov.br/nivel/ouro,  ouro",
    "https://orgao.gov.br/nivel/parta, ",
    "prata,                            "
  })
  void is_a_uri_in_saml(String word, String level) {
    Requirements demanded =
        level == null ? Requirements.unknown(word) : Requirements.level(Nivel.of(level));
    AcrWords words = new AcrWords(URIS, Map.of());
    assertThat(demand(word, null, null, List.of()).in(words)).isEqualTo(demanded);
    assertThat(
            new AcrDemand(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(word))
                .in(words))
        .isEqualTo(demanded);
  }

  @Test
  void is_nothing_when_nobody_says_anything() {
    AcrDemand nothing = demand(null, null, null, List.of());
    assertThat(nothing.isEmpty()).isTrue();
    assertThat(read(nothing)).isEqualTo(Requirements.NONE);
  }
}
