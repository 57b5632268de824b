package io.github.govbrkeycloak.keycloak.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A role that follows a fact")
class GrantDecisionTest {

  @ParameterizedTest(name = "holds {0}, has it {1}, given by another {2}: {3}")
  @CsvSource({
    "true,  false, false, GRANT",
    "true,  false, true,  GRANT",
    "true,  true,  false, NOTHING",
    "true,  true,  true,  NOTHING",
    "false, true,  false, REVOKE",
    "false, true,  true,  NOTHING",
    "false, false, false, NOTHING",
    "false, false, true,  NOTHING"
  })
  void is_granted_or_revoked(
      boolean holds, boolean has, boolean givenByAnother, GrantDecision decision) {
    assertThat(GrantDecision.of(holds, has, givenByAnother)).isEqualTo(decision);
  }

  @Nested
  @DisplayName("of a level")
  class OfALevel {

    @ParameterizedTest(name = "{1} {0}, the account is {2}: {3}")
    @CsvSource({
      "prata,    no mínimo,  ouro,    true",
      "prata,    no mínimo,  prata,   true",
      "prata,    no mínimo,  bronze,  false",
      "prata,    exatamente, ouro,    false",
      "prata,    exatamente, prata,   true",
      "bronze,   exatamente, bronze,  true",
      "prata,    ,           ouro,    true",
      "prata,    algo,       ouro,    true",
      "bronze,   no mínimo,  diamond, false",
      "bronze,   no mínimo,  ,        false",
      "diamond,  no mínimo,  diamond, false",
      "diamond,  exatamente, diamond, false",
      "diamond,  exatamente, ouro,    false",
      ",         no mínimo,  ouro,    false"
    })
    void is_given_to_those_who_have_it(
        String required, String comparison, String held, boolean given) {
      assertThat(LevelMapper.holds(Nivel.of(required), comparison, Nivel.of(held)))
          .isEqualTo(given);
    }
  }

  @Nested
  @DisplayName("of seals")
  class OfSeals {

    private boolean holds(Map<String, String> config, SessionFacts facts) {
      return new SealMapper().holds(config, facts);
    }

    @ParameterizedTest(name = "{0} of [{1}] and [{2}]: {3}")
    @CsvSource({
      "qualquer um, 801 (certificado_digital),       , true",
      "qualquer um, 801,                             , true",
      "qualquer um, 201 (x)##801 (certificado),      , true",
      "qualquer um, 201##301,                        , false",
      "todos,       801##602,                        , true",
      "todos,       801##201,                        , false",
      "todos,       801,                          999, true",
      "todos,       801,                          998, false",
      ",            201,                          999, true",
      "qualquer um, ,                             999, true",
      "qualquer um, ,                                , false",
      "todos,       ,                                , false"
    })
    void is_given_to_those_who_hold_them(
        String needed, String seals, String others, boolean given) {
      Map<String, String> config = new HashMap<>();
      config.put("exigencia", needed);
      config.put("selo", seals);
      config.put("maisSelos", others);
      assertThat(holds(config, Logins.OURO)).isEqualTo(given);
    }

    @Test
    void is_given_to_nobody_when_the_seals_are_not_known() {
      assertThat(holds(Map.of("selo", "801"), Logins.NOTHING_BUT_THE_CPF)).isFalse();
    }

    @Test
    void is_chosen_from_all_that_gov_br_has_published() {
      assertThat(Selo.all())
          .allSatisfy(
              selo ->
                  assertThat(
                          holds(
                              Map.of("selo", SealMapper.option(selo)),
                              Logins.facts(
                                  "{\"version\": 1, \"selos\": [{\"id\": \"%s\"}]}"
                                      .formatted(selo.id()))))
                      .isTrue());
    }
  }

  @Nested
  @DisplayName("of factors")
  class OfFactors {

    @ParameterizedTest(name = "{0} of [{1}] and [{2}]: {3}")
    @CsvSource({
      "qualquer um, otp,           ,             true",
      "qualquer um, x509,          ,             false",
      "qualquer um, bank,          ,             true",
      "qualquer um, bank001,       ,             false",
      "todos,       mfa##otp,      ,             true",
      "todos,       mfa##x509,     ,             false",
      "qualquer um, ,              bank104,      true",
      "qualquer um, ,              desconhecida, false",
      "todos,       ,              ,             false"
    })
    void is_given_to_those_who_used_them(
        String needed, String factors, String others, boolean given) {
      Map<String, String> config = new HashMap<>();
      config.put("exigencia", needed);
      config.put("fator", factors);
      config.put("maisFatores", others);
      assertThat(new FactorMapper().holds(config, Logins.OURO)).isEqualTo(given);
    }

    @Test
    void does_not_take_an_unknown_factor_for_a_known_family() {
      SessionFacts facts = Logins.facts("{\"version\": 1, \"amr\": [\"telepatia\"]}");
      assertThat(new FactorMapper().holds(Map.of("maisFatores", "desconhecida"), facts)).isFalse();
      assertThat(new FactorMapper().holds(Map.of("maisFatores", "telepatia"), facts)).isTrue();
    }
  }
}
