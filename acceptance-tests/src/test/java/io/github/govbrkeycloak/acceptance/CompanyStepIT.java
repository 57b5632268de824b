package io.github.govbrkeycloak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.citizen.Citizen;
import io.github.govbrkeycloak.acceptance.citizen.CompanyPages;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.browser.Barriers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@CompleteSystem
@DisplayName("A citizen whom the portal asks for which company they act")
class CompanyStepIT {

  private static final String STEP = "entrar?destino=/conta&acao=govbr-empresa";

  @Test
  void chooses_one_and_comes_back_to_the_page_they_wanted(Citizen ana, GovBr govBr) {
    CompanyPages companies = new CompanyPages(ana.page());
    ana.signInAs(govBr.persona("contador"));

    ana.portal().open(STEP);
    assertThat(companies.await("lista")).contains("em Portal do órgão").contains("3 empresas");
    String second = companies.offered().get(1);
    companies.chooseTheSecondByKeyboard();
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
    assertThat(ana.portal().openAccount().fact("cnpj"))
        .hasValueSatisfying(shown -> assertThat(second).contains(shown));
  }

  @Test
  void may_begin_it_before_signing_in_and_cancel_it(Citizen ana, GovBr govBr) {
    CompanyPages companies = new CompanyPages(ana.page());

    ana.portal().open(STEP);
    ana.govBr().chooseAndAuthorise(govBr.persona("contador"));
    companies.await("lista");
    companies.press("cancelar");
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
    assertThat(ana.portal().openAccount().fact("cnpj")).isEmpty();
  }

  @Test
  void finds_one_of_two_thousand(Citizen ana, GovBr govBr) {
    CompanyPages companies = new CompanyPages(ana.page());
    ana.signInAs(govBr.persona("duas-mil-empresas"));
    ana.portal().open(STEP);
    assertThat(companies.await("lista")).contains("Empresas 1 a 20, de 2.000");
    assertGood(ana, "lista");

    companies.press("pagina-seguinte");
    assertThat(companies.await("lista")).contains("Página 2 de 100");
    companies.press("pagina-anterior");
    assertThat(companies.await("lista")).contains("Página 1 de 100");
    companies.lookFor("não existe");
    assertThat(companies.await("lista")).contains("Nenhuma das suas empresas tem “não existe”");
    assertGood(ana, "nada-achado");
    companies.lookFor("marcenaria sertao");
    assertGood(ana, "achadas");
    ana.page().setViewportSize(390, 844);
    assertGood(ana, "achadas-celular");
    String first = companies.offered().get(0);
    companies.choose(0);
    ana.portal().awaitArrival();

    assertThat(ana.portal().openAccount().fact("cnpj"))
        .hasValueSatisfying(shown -> assertThat(first).contains(shown));
  }

  @Test
  void is_told_how_to_link_one_who_has_none(Citizen ana, GovBr govBr) {
    CompanyPages companies = new CompanyPages(ana.page());
    ana.signInAs(govBr.persona("cin"));
    ana.portal().open(STEP);
    assertThat(companies.await("nenhuma")).contains("Vincular empresas");
    assertGood(ana, "nenhuma");
    ana.page().setViewportSize(390, 844);
    assertGood(ana, "nenhuma-celular");

    companies.press("sem-empresa");
    ana.portal().awaitArrival();

    assertThat(ana.page().url()).endsWith("/portal/conta");
  }

  @Test
  void is_told_when_gov_br_does_not_answer_and_tries_again(Citizen ana, GovBr govBr) {
    CompanyPages companies = new CompanyPages(ana.page());
    ana.signInAs(govBr.persona("contador"));
    govBr.behave("fora-do-ar", Map.of("endpoint", "empresas"));
    ana.portal().open(STEP);
    assertThat(companies.await("falha")).contains("GOVBR-522");
    assertGood(ana, "falha");

    govBr.behaveNormally();
    companies.press("de-novo");

    assertThat(companies.await("lista")).contains("3 empresas");
  }

  private static void assertGood(Citizen citizen, String picture) {
    citizen.photograph(Path.of("target", "empresa-" + picture + ".png"));
    assertThat(Barriers.in(citizen.page())).as("barriers in %s", picture).isEmpty();
    assertThat(Barriers.fits(citizen.page())).as("%s fits the screen", picture).isTrue();
  }
}
