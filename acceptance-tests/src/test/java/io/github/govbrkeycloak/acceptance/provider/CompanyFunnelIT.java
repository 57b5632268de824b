package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.DEMANDING;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.STEP;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.choosing;
import static io.github.govbrkeycloak.acceptance.provider.CompanyRealm.offered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nobody reaches a step, or leaves for it, who was not asked: else an alert would be masked. */
@DisplayName("How far people come in the choice of a company")
class CompanyFunnelIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static CompanyRealm companies;

  @BeforeAll
  static void createRealm() {
    companies = CompanyRealm.create("funil-empresas");
    // No failure is provoked here: those of other tests must not be counted for this address.
    companies.realm().set("urlApi", SYSTEM.simulatorUrl());
  }

  @BeforeEach
  void forgetEverything() {
    GOV_BR.forgetEverybody();
    forgetEvents();
  }

  @AfterEach
  void behaveNormally() {
    companies.behaveNormally();
  }

  @AfterAll
  static void deleteRealm() {
    companies.close();
  }

  private static void forgetEvents() {
    companies.realm().admin().delete("/events");
  }

  /** In the order in which they came about; those of one moment may come in either. */
  private static List<String> stages() {
    List<String> stages = new ArrayList<>();
    for (JsonNode event :
        companies.realm().admin().get("/events?type=CUSTOM_REQUIRED_ACTION&max=100")) {
      stages.add(event.at("/details/etapa_fase").asText());
    }
    stages.removeIf(String::isEmpty);
    Collections.reverse(stages);
    return stages;
  }

  @Test
  @DisplayName("is told of who is asked and chooses, and tells nothing of theirs")
  void whoChooses() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    assertThat(stages()).containsExactly("pedida");
    String chosen = offered(login.page()).get(0);

    login.send(choosing(chosen)).tokens();

    assertThat(stages()).containsExactly("pedida", "alcancada");
    assertThat(companies.realm().admin().get("/events?max=200").toString()).doesNotContain(chosen);
  }

  @Test
  @DisplayName("is not told of whose only company was chosen by itself: nobody was asked")
  void whoHasOneOnly() {
    assertThat(companies.login().of(DEMANDING).as("uma-empresa").claims().has("cnpj")).isTrue();

    assertThat(stages()).isEmpty();
  }

  @Test
  @DisplayName("is not told of whose company still holds after a new login")
  void whoseCompanyStillHolds() {
    PlainLogin login = companies.login().of(DEMANDING).as("contador");
    login.send(choosing(offered(login.page()).get(0))).tokens();
    forgetEvents();

    assertThat(login.as("contador").claims().has("cnpj")).isTrue();

    assertThat(stages()).isEmpty();
  }

  @Test
  @DisplayName("is not told of whose company holds no longer where nobody demands one")
  void whoseCompanyIsLost() {
    PlainLogin login = companies.login().with("kc_action", STEP).as("contador");
    login.send(choosing(offered(login.page()).get(0))).tokens();
    forgetEvents();
    GOV_BR.behave(
        "lista-vazia", Map.of("endpoint", "empresas", "cliente", companies.realm().govBrClient()));

    PlainLogin next = login.next().with("prompt", "login").as("contador");

    assertThat(next.claims().has("cnpj")).isFalse();

    assertThat(stages()).isEmpty();
  }

  @Test
  @DisplayName("is told of who is led to gov.br first: asked, left, returned, reached")
  void whoIsLedToGovBrFirst() {
    PlainLogin login = companies.login().as("contador");
    login.tokens();

    login.of(DEMANDING).inSession().as("contador");

    assertThat(stages().subList(0, 2)).containsExactlyInAnyOrder("pedida", "saiu");
    assertThat(stages().subList(2, 3)).containsExactly("voltou");
    login.send(choosing(offered(login.page()).get(0))).tokens();
    assertThat(stages().subList(2, 4)).containsExactly("voltou", "alcancada");
    assertThat(stages()).hasSize(4);
  }
}
