package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page of the journal")
class JournalPageTest {

  private static final String PATH = "/simulador/chamadas";

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private static final Journal JOURNAL = new Journal(RUNNING);

  private Browser page;

  @BeforeEach
  void newBrowser() {
    page = RUNNING.newBrowser();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
    "'*/*', application/json",
    "'application/json', application/json",
    "'application/json, text/plain, */*', application/json",
  })
  void is_for_browsers_and_json_for_programs(String accept, String type) {
    String answered =
        RUNNING
            .service()
            .send(RUNNING.service().request(PATH).header("Accept", accept).build())
            .header("Content-Type");
    assertThat(answered).startsWith(type);
  }

  @Test
  void says_so_when_there_is_nothing() {
    open("");
    assertThat(page.page().select("#vazio").text())
        .contains("Nada foi chamado ainda", RUNNING.govbr().issuer());
    assertThat(page.page().select("#limpar")).isEmpty();
  }

  @Test
  void shows_the_newest_call_first_with_findings_in_plain_words() {
    RUNNING.service().get("/jwk");
    JOURNAL.last("jwk");
    Map<String, String> request = RelyingParty.authorizeParameters();
    request.put("redirect_uri", RelyingParty.REDIRECT_URI + "/");
    RUNNING.newBrowser().open(RUNNING.service().authorizeUrl(request));
    JOURNAL.last("authorize");
    open("");
    assertThat(page.page().select("#chamadas h3").eachText())
        .containsExactly("GET /authorize", "GET /jwk");
    assertThat(page.page().select("#chamadas > li").first().text())
        .contains("Erro a redirect_uri não está registrada: sobra a barra final.")
        .contains("state na URL oculto, 15 letras")
        .contains("code_challenge_method na URL S256")
        .doesNotContain(RelyingParty.STATE);
  }

  @Test
  void follows_one_login_from_its_beginning() {
    RUNNING.service().tokens("ouro-otp");
    JOURNAL.last("token");
    open("?endpoint=token").follow("#chamadas a[href*=entrada]");
    assertThat(page.page().select("#chamadas h3").eachText().get(0)).isEqualTo("GET /authorize");
    assertThat(page.page().select("#total").text()).contains("Uma entrada, do começo ao fim");
    page.follow("#sem-filtro");
    assertThat(page.page().select("#total").text()).doesNotContain("Uma entrada");
  }

  @Test
  void filters_and_says_when_nothing_is_left() {
    RUNNING.service().get("/jwk");
    JOURNAL.last("jwk");
    open("?endpoint=jwk");
    assertThat(page.page().select("#chamadas > li")).hasSize(1);
    assertThat(page.page().select("#endpoint option[selected]").text()).isEqualTo("jwk");
    open("?achados=sim");
    assertThat(page.page().select("#vazio").text()).contains("Nenhuma das 1 chamadas");
  }

  @Test
  void turns_pages_and_keeps_the_filter() {
    for (int i = 0; i < 60; i++) {
      RUNNING.service().get("/jwk");
    }
    JOURNAL.last("jwk", 60);
    open("?endpoint=jwk").follow("#mais-antigas").follow("#mais-antigas");
    assertThat(page.page().select("#total").text()).isEqualTo("60 chamadas, página 3 de 3");
    assertThat(page.page().select("#chamadas > li")).hasSize(10);
    assertThat(page.page().select("#mais-antigas")).isEmpty();
    page.follow("#mais-novas");
    assertThat(page.address().getQuery()).contains("endpoint=jwk");
    for (String number : List.of("99999", "0", "-1", "abc", "1e9", "%3Cb%3E")) {
      assertThat(open("?pagina=" + number).status()).as(number).isEqualTo(200);
    }
  }

  @Test
  void forgets_all_only_by_the_button_behind_the_fold() {
    RUNNING.service().get("/jwk");
    JOURNAL.last("jwk");
    open("");
    assertThat(page.page().select("#limpar:not([open]) summary")).hasSize(1);
    page.post(URI.create(RUNNING.govbr().baseUrl() + PATH), Map.of("operation", "x"));
    assertThat(page.page().select("#chamadas > li")).hasSize(1);
    page.press("#apagar");
    assertThat(page.page().select("#vazio")).hasSize(1);
    assertThat(JOURNAL.calls()).isEmpty();
  }

  @Test
  void shows_hostile_names_and_filters_as_text_or_not_at_all() {
    RUNNING.service().get("/jwk?%3Cscript%3Ealert(1)%3C/script%3E=%3Cscript%3E");
    RUNNING.service().get("/%3Cscript%3Ealert(1)");
    JOURNAL.last(null);
    open("");
    assertThat(page.page().select("script")).isEmpty();
    assertThat(page.text()).contains("(nome oculto)").doesNotContain("<script>");
    open("?entrada=%3Cscript%3Ealert(1)%3C/script%3E&cliente=%22%3E%3Cscript%3E");
    assertThat(page.page().select("script")).isEmpty();
    assertThat(page.status()).isEqualTo(200);
  }

  private Browser open(String query) {
    return page.open(RUNNING.govbr().baseUrl() + PATH + query);
  }
}
