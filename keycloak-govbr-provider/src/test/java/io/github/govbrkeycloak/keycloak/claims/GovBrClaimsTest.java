package io.github.govbrkeycloak.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedCompany;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedContact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedSelo;
import io.github.govbrkeycloak.keycloak.session.StatedExtras;
import io.github.govbrkeycloak.keycloak.session.StatedExtras.StatedCategoria;
import io.github.govbrkeycloak.keycloak.session.StatedExtras.StatedCertificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The claims contract")
class GovBrClaimsTest {

  private static SessionFacts facts(String nivel, StatedCompany company) {
    return new SessionFacts(
        1,
        "govbr",
        "52998224725",
        "Fulana de Tal",
        null,
        new StatedContact("f@x.br", true),
        null,
        nivel,
        List.of(
            new StatedSelo("801", "2025-08-19T16:41:24.853-03:00"), new StatedSelo("999", null)),
        List.of("passwd", "x509"),
        company,
        null,
        "2026-11-22T12:00:00Z",
        null);
  }

  @Test
  void has_level_seals_factors_and_company() {
    GovBrClaims claims =
        new GovBrClaims(
            facts("ouro", new StatedCompany("12ABC34501DE35", "EMPRESA LTDA", "SOCIO")));

    assertThat(claims.acr()).isEqualTo("ouro");
    assertThat(claims.custom())
        .containsEntry("amr", List.of("passwd", "x509"))
        .containsEntry("cpf", "52998224725")
        .containsEntry("cnpj", "12ABC34501DE35")
        .containsEntry("govbr_nivel", "ouro")
        .containsEntry("govbr_selos", List.of("801", "999"))
        .doesNotContainKey("nome_social");
    assertThat(claims.govbr())
        .containsExactly(
            entry("nivel", "ouro"),
            entry(
                "selos",
                List.of(
                    Map.of(
                        "id",
                        "801",
                        "nome",
                        "certificado_digital",
                        "nivel",
                        "ouro",
                        "atualizado_em",
                        "2025-08-19T16:41:24.853-03:00"),
                    Map.of("id", "999"))),
            entry(
                "empresa",
                Map.of(
                    "cnpj",
                    "12ABC34501DE35",
                    "razao_social",
                    "EMPRESA LTDA",
                    "atuacao",
                    "SOCIO",
                    "origem",
                    "certificado")),
            entry("autenticado_em", "2026-11-22T12:00:00Z"));
  }

  @Test
  void says_what_gov_br_left_out_so_that_nothing_older_stands_in() {
    assertThat(new GovBrClaims(facts("prata", null)).standard())
        .containsEntry("name", Optional.of("Fulana de Tal"))
        .containsEntry("email", Optional.of("f@x.br"))
        .containsEntry("email_verified", Optional.of(true))
        .containsEntry("phone_number", Optional.empty())
        .containsEntry("phone_number_verified", Optional.empty());
  }

  @Test
  void gives_no_assurance_when_the_level_is_not_known() {
    assertThat(new GovBrClaims(facts(null, null)).acr()).isEqualTo("0");
    assertThat(new GovBrClaims(facts("diamond", null)).acr()).isEqualTo("0");
    assertThat(new GovBrClaims(facts("diamond", null)).govbr()).containsEntry("nivel", "diamond");
    assertThat(new GovBrClaims(facts(null, null)).custom())
        .doesNotContainKeys("govbr_nivel", "cnpj");
  }

  @Test
  void says_when_the_password_was_confirmed_if_it_was() {
    SessionFacts facts = facts("prata", null);
    assertThat(new GovBrClaims(facts).govbr()).doesNotContainKey("senha_revalidada_em");
    assertThat(
            new GovBrClaims(facts.withPasswordConfirmedAt(Instant.parse("2026-11-22T12:05:06Z")))
                .govbr())
        .containsEntry("senha_revalidada_em", "2026-11-22T12:05:06Z");
  }

  @Test
  void is_the_same_in_flat_attributes() {
    assertThat(new GovBrClaims(facts("prata", null)).flat())
        .containsEntry("acr", List.of("prata"))
        .containsEntry("amr", List.of("passwd", "x509"))
        .containsEntry("cpf", List.of("52998224725"))
        .containsEntry("email", List.of("f@x.br"))
        .containsEntry("govbr_selos", List.of("801", "999"))
        .doesNotContainKeys("cnpj", "phone_number");
  }

  @Test
  void has_the_extras_that_are_known() {
    SessionFacts facts =
        new SessionFacts(
            1,
            "govbr",
            "52998224725",
            null,
            null,
            null,
            null,
            "ouro",
            List.of(),
            List.of(),
            null,
            new StatedExtras(
                List.of(
                    new StatedCategoria("302", "2025-08-19T16:41:24.853-03:00"),
                    new StatedCategoria("999", null)),
                new StatedCertificate("cloud", "neoid"),
                "11144477735"),
            "2026-11-22T12:00:00Z",
            null);

    assertThat(new GovBrClaims(facts).govbr())
        .containsEntry(
            "categorias",
            List.of(
                Map.of(
                    "id",
                    "302",
                    "nome",
                    "certificado_digital",
                    "atualizado_em",
                    "2025-08-19T16:41:24.853-03:00"),
                Map.of("id", "999")))
        .containsEntry("certificado", Map.of("tipo", "cloud", "provedor", "neoid"))
        .containsEntry("representado", Map.of("cpf", "11144477735"))
        .doesNotContainKey("empresa");
    assertThat(new GovBrClaims(facts).flat())
        .containsEntry("govbr_categorias", List.of("302", "999"))
        .containsEntry("govbr_certificado_tipo", List.of("cloud"))
        .containsEntry("govbr_certificado_provedor", List.of("neoid"))
        .containsEntry("govbr_representado", List.of("11144477735"))
        .doesNotContainKey("govbr_atuacao");
  }

  @Test
  void says_that_there_are_no_categories_only_when_that_is_known() {
    SessionFacts notAsked = facts("ouro", null);
    assertThat(new GovBrClaims(notAsked).govbr()).doesNotContainKey("categorias");

    SessionFacts none =
        new SessionFacts(
            1,
            "govbr",
            "52998224725",
            null,
            null,
            null,
            null,
            "ouro",
            null,
            null,
            null,
            new StatedExtras(List.of(), null, null),
            "2026-11-22T12:00:00Z",
            null);
    assertThat(new GovBrClaims(none).govbr()).containsEntry("categorias", List.of());
  }

  @Test
  void tells_a_chosen_company_from_that_of_a_certificate() {
    GovBrClaims claims =
        new GovBrClaims(facts("ouro", new StatedCompany("12ABC34501DE35", null, null, true)));

    assertThat(claims.govbr().get("empresa"))
        .isEqualTo(Map.of("cnpj", "12ABC34501DE35", "origem", "escolhida"));
  }
}
