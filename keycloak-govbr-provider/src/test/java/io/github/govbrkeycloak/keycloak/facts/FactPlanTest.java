package io.github.govbrkeycloak.keycloak.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A login asks gov.br")
class FactPlanTest {

  private static final Set<String> ALL_SCOPES =
      Set.of("openid", "govbr_confiabilidades", "govbr_empresa", "govbr_recupera_certificadox509");

  /** Of somebody who used a company's certificate. */
  private static final Claims ID_TOKEN =
      new Claims(
          Map.of(
              "sub",
              "52998224725",
              "amr",
              List.of("x509", "x509_token"),
              "cnpj",
              "12ABC34501DE35",
              "reliability_info",
              Map.of("level", "gold", "reliabilities", List.of())));

  private static FactPlan plan(Claims idToken, Set<Fact> needed) {
    return FactPlan.of(idToken, needed, ALL_SCOPES, false);
  }

  @Test
  void nothing_more_when_nobody_needs_more() {
    assertThat(plan(ID_TOKEN, Set.of()).calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CATEGORIAS, CATEGORIAS",
    "CERTIFICADO, CERTIFICADO",
    "ATUACAO, PARTICIPANTES",
    "EMPRESAS, EMPRESAS"
  })
  void exactly_one_thing_more_for_each_fact(Fact fact, Api api) {
    assertThat(plan(ID_TOKEN, Set.of(fact)).calls()).containsExactly(api);
  }

  @Test
  void for_level_and_seals_only_when_the_token_lacks_them() {
    Claims without = new Claims(Map.of("sub", "52998224725"));

    assertThat(plan(without, Set.of()).calls())
        .containsExactlyInAnyOrder(Api.NIVEIS, Api.CONFIABILIDADES);
    assertThat(FactPlan.of(without, Set.of(), Set.of("openid"), false).calls()).isEmpty();
  }

  @Test
  void for_no_certificate_and_no_company_when_the_token_shows_that_none_was_used() {
    Claims password =
        new Claims(Map.of("amr", List.of("passwd"), "reliability_info", Map.of("level", "bronze")));

    assertThat(plan(password, EnumSet.allOf(Fact.class)).calls())
        .containsExactlyInAnyOrder(Api.CATEGORIAS, Api.EMPRESAS);
  }

  @Test
  void for_the_certificate_when_the_token_does_not_tell_the_factors() {
    Claims silent = new Claims(Map.of("reliability_info", Map.of("level", "gold")));

    assertThat(plan(silent, Set.of(Fact.CERTIFICADO)).calls()).containsExactly(Api.CERTIFICADO);
  }

  @Test
  void for_nothing_whose_scope_it_did_not_ask_for_and_says_so() {
    FactPlan plan =
        FactPlan.of(
            ID_TOKEN, EnumSet.allOf(Fact.class), Set.of("openid", "govbr_confiabilidades"), true);

    assertThat(plan.calls()).containsExactlyInAnyOrder(Api.USERINFO, Api.CATEGORIAS);
    assertThat(plan.withoutScope())
        .containsExactlyInAnyOrder(Fact.CERTIFICADO, Fact.ATUACAO, Fact.EMPRESAS);
  }
}
