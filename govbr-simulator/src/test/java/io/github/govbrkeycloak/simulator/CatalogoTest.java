package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.simulator.settings.Choice;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The catalogue of seals")
class CatalogoTest {

  @RegisterExtension static final RunningSimulator RUNNING = new RunningSimulator();

  private Browser browser;

  @BeforeEach
  void signASilverCitizenIn() {
    browser = RUNNING.newBrowser().open(RUNNING.service().authorizeUrl());
    browser.press("button[data-persona=prata-banco]").press("#authorize");
  }

  @Test
  void raises_the_level_and_returns_without_code_or_state() {
    RUNNING.govbr().clock().stopAt(Instant.parse("2026-11-24T15:04:05.006Z"));
    browser.open(catalogue(Map.of("niveis", "3")));
    assertThat(browser.page().select("#faltam").text()).isEqualTo("Nível Ouro");

    browser.press("button[value=701]").press("#succeed");

    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.REDIRECT_URI));
    JsonNode info = freshIdToken().get("reliability_info");
    assertThat(info.get("level").asText()).isEqualTo("gold");
    assertThat(info.get("reliabilities").toString())
        .contains("{\"id\":\"701\",\"updatedAt\":\"2026-11-24T12:04:05.006-0300\"}");
  }

  @Test
  void lets_a_way_fail_and_leaves_the_account_as_it_was() {
    browser.open(catalogue(Map.of("niveis", "3"))).press("button[value=901]").press("#fail");
    assertThat(browser.text()).contains("Não deu certo");
    assertThat(freshIdToken().at("/reliability_info/level").asText()).isEqualTo("silver");
  }

  @Test
  void sends_whoever_gives_up_back_with_nothing_added() {
    browser.open(catalogue(Map.of("niveis", "3"))).press("#cancel");
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.REDIRECT_URI));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "(2/3)", "(2\\3)", "(2/3", "1,2"})
  void sends_whoever_has_enough_back_at_once(String niveis) {
    browser.open(catalogue(Map.of("niveis", niveis)));
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.REDIRECT_URI));
  }

  @Test
  void understands_the_lists_of_older_guides() {
    browser.open(catalogue(Map.of("confiabilidades", "(801/901)", "categorias", "302")));
    assertThat(browser.page().select("#faltam li").eachText())
        .anySatisfy(text -> assertThat(text).startsWith("Categoria 302"))
        .anySatisfy(text -> assertThat(text).startsWith("Selo "));
  }

  @Test
  void works_by_post_with_the_parameters_in_the_query() {
    browser.post(URI.create(catalogue(Map.of("niveis", "2"))), Map.of());
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.REDIRECT_URI));
  }

  @Test
  void asks_a_stranger_to_sign_in_first_and_then_goes_on() {
    Browser stranger = RUNNING.newBrowser().open(catalogue(Map.of("niveis", "3")));
    assertThat(stranger.text()).contains("Catálogo de selos");
    stranger.press("button[data-persona=bronze-senha]");
    assertThat(stranger.page().select("#faltam").text()).isEqualTo("Nível Ouro");
  }

  @Test
  void asks_to_sign_in_again_when_the_session_has_gone_meanwhile() {
    browser.open(catalogue(Map.of("niveis", "3")));
    RUNNING.govbr().forgetEverybody();
    browser.press("button[value=701]");
    assertThat(browser.page().select("#accountId")).isNotEmpty();
  }

  @Test
  void shows_the_account_to_whoever_comes_by_themself() {
    browser.open(RUNNING.govbr().baseUrl() + "/catalogo/");
    assertThat(browser.page().select("#selos li")).hasSize(2);
    assertThat(browser.page().select("#faltam")).isEmpty();
    browser.press("#cancel");
    assertThat(browser.status()).isEqualTo(200);
  }

  @Test
  void offers_seal_301_only_where_it_can_still_be_obtained() {
    browser.open(catalogue(Map.of("niveis", "3")));
    assertThat(browser.page().select("button[value=301]")).isEmpty();
    RUNNING.govbr().settings().choose(Choice.SEAL_301_OBTAINABLE);
    browser.open(catalogue(Map.of("niveis", "3")));
    assertThat(browser.page().select("button[value=301]")).isNotEmpty();
  }

  @Test
  void returns_to_the_launcher_where_the_older_guide_is_followed() {
    RUNNING.govbr().settings().choose(Choice.RETURN_TO_LAUNCHER);
    browser.open(catalogue(Map.of("niveis", "2")));
    assertThat(browser.address()).isEqualTo(URI.create(RelyingParty.LAUNCHER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://outro.example/",
        "http://localhost:1/volta/",
        "http://localhost:1/volta?x=1",
        "javascript:alert(1)",
        "//localhost:1/volta",
        "http://localhost:1/volta\r\nX-Injected: 1",
        "",
      })
  void never_sends_anybody_to_an_address_not_registered(String redirectUri) {
    browser.open(catalogue(Map.of("niveis", "2", "redirect_uri", redirectUri)));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("O redirect_uri não está registrado para este serviço.");
  }

  @Test
  void refuses_a_service_it_does_not_know() {
    browser.open(catalogue(Map.of("client_id", "outro.example")));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("client_id não está registrado");
  }

  @Test
  void says_which_list_it_cannot_read() {
    browser.open(catalogue(Map.of("niveis", "ouro")));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("O parâmetro niveis não tem a forma esperada");
  }

  @Test
  void refuses_a_form_that_another_site_made_and_changes_nothing() {
    URI via = URI.create(RUNNING.govbr().baseUrl() + "/catalogo/via");
    browser.post(via, Map.of("via", "701", "operation", "succeed", "_csrf", "forjado"));
    assertThat(browser.status()).isEqualTo(403);
    assertThat(freshIdToken().at("/reliability_info/level").asText()).isEqualTo("silver");
  }

  @Test
  void ignores_a_way_there_is_not() {
    browser.open(catalogue(Map.of("niveis", "3")));
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_csrf", browser.page().selectFirst("[name=_csrf]").val());
    form.put("via", "999");
    form.put("operation", "succeed");
    browser.post(browser.address().resolve("/catalogo/via"), form);
    assertThat(freshIdToken().at("/reliability_info/level").asText()).isEqualTo("silver");
  }

  private JsonNode freshIdToken() {
    Browser same = browser.open(RUNNING.service().authorizeUrl());
    return RUNNING.service().exchange(same.parameters().get("code")).tokens().idClaims();
  }

  private static String catalogue(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("client_id", RelyingParty.CLIENT_ID);
    all.put("redirect_uri", RelyingParty.REDIRECT_URI);
    all.putAll(parameters);
    return RUNNING.govbr().baseUrl() + "/catalogo/?" + RelyingParty.encode(all);
  }
}
