package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.PasswordScene.PERSON;
import static io.github.govbrkeycloak.acceptance.provider.PasswordScene.STEP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CompleteSystem
@DisplayName("An answer about the password of gov.br")
class PasswordAnswerIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();

  @RegisterExtension
  private static final PasswordScene scene = new PasswordScene(SYSTEM, "senha-respostas");

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "sem-assinatura, -, GOVBR-402",
        "assinatura-errada, -, GOVBR-402",
        "hs256-com-chave-publica, -, GOVBR-402",
        "iss-errado, -, GOVBR-403",
        "aud-errado, -, GOVBR-404",
        "aud-errado, portal.orgao.exemplo.gov.br, GOVBR-404",
        "expirado, -, GOVBR-405",
        "iat-no-futuro, -, GOVBR-406",
        "sem-iat, -, GOVBR-406",
        "sub-invalido, -, GOVBR-408",
        "sub-trocado, -, GOVBR-613"
      })
  void is_not_believed_when_gov_br_did_not_issue_it_for_this(
      String behaviour, String value, String code) {
    StepVisit visit = scene.visit().start(STEP);
    Map<String, String> parameters =
        value == null
            ? Map.of("token", "access_token")
            : Map.of("token", "access_token", "valor", value);
    GOV_BR.behave(behaviour, Map.of("parametros", parameters));
    visit.goOn().typePassword(scene.password());

    assertThat(visit.refusal()).isEqualTo(code);
    GOV_BR.behaveNormally();
    scene.assertNotConfirmed();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "conexao-reiniciada, GOVBR-301",
    "fora-do-ar, GOVBR-304",
    "corpo-nao-json, GOVBR-305",
    "corpo-vazio, GOVBR-305",
    "corpo-enorme, GOVBR-306"
  })
  void that_cannot_be_had_ends_in_one_sentence_and_a_way_on(String behaviour, String code) {
    StepVisit visit = scene.visit().start(STEP);
    GOV_BR.behave(behaviour, Map.of("endpoint", "revalidacao-token"));
    visit.goOn().typePassword(scene.password());
    assertThat(visit.refusal()).isEqualTo(code);

    GOV_BR.behaveNormally();
    assertThat(visit.goOn().typePassword(scene.password()).status()).isEqualTo("success");
  }

  @Test
  void is_not_waited_for_longer_than_a_login() {
    StepVisit visit = scene.visit().start(STEP);
    GOV_BR.behave("nunca-responde", Map.of("endpoint", "revalidacao-token"));
    assertThat(visit.goOn().typePassword(scene.password()).refusal()).isEqualTo("GOVBR-301");
  }

  @Test
  void is_checked_with_keys_that_are_asked_for_once() {
    scene.atGovBr().typePassword(scene.password());
    GOV_BR.forgetCalls();
    assertThat(scene.atGovBr().typePassword(scene.password()).status()).isEqualTo("success");

    List<String> paths = new ArrayList<>();
    GOV_BR.calls().forEach(call -> paths.add(call.path("caminho").asText()));
    assertThat(paths)
        .contains("/oauth/v1/authorize", "/oauth/v1/token")
        .doesNotContain("/oauth/v1/jwks", "/jwk", "/token");
  }

  @Test
  void that_is_refused_leaves_a_code_and_nothing_personal_in_events_and_logs() throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    SYSTEM.logs().forEach(log -> sizes.put(log, log.toFile().length()));
    StepVisit visit = scene.visit().start(STEP);
    GOV_BR.behave("iss-errado", Map.of("parametros", Map.of("token", "access_token")));
    String wayBack = visit.goOn().wayBackWith(scene.password());
    visit.open(wayBack);

    JsonNode event =
        scene.realm().admin().get("/events?max=1&type=CUSTOM_REQUIRED_ACTION_ERROR").path(0);
    assertThat(event.at("/details/reason").asText()).isEqualTo("GOVBR-403");
    assertThat(event.at("/details/custom_required_action").asText()).isEqualTo(STEP);
    assertThat(event.path("userId")).isEqualTo(scene.claims().path("sub"));
    List<String> secrets =
        List.of(
            GOV_BR.persona(PERSON).cpf(),
            HttpBrowser.parameter(wayBack, "code").orElseThrow(),
            HttpBrowser.parameter(wayBack, "state").orElseThrow(),
            "eyJ");
    for (Path log : SYSTEM.logs()) {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(sizes.getOrDefault(log, 0L), all.length);
      String written = new String(all, from, all.length - from, StandardCharsets.UTF_8);
      for (String secret : secrets) {
        assertThat(written.contains(secret)).as("something secret in %s", log).isFalse();
      }
    }
    assertThat(secrets.stream().anyMatch(secret -> event.toString().contains(secret)))
        .as("something secret in the event")
        .isFalse();
  }

  @Test
  void counts_once() {
    StepVisit visit = scene.atGovBr();
    String wayBack = visit.wayBackWith(scene.password());
    assertThat(visit.open(wayBack).status()).isEqualTo("success");

    StepVisit again = scene.visit().open(wayBack);
    assertThat(again.refusal()).isEqualTo("GOVBR-612");
    assertThat(again.page().status()).isEqualTo(400);
  }

  @Test
  void counts_for_nothing_with_a_code_that_was_used() {
    String used = scene.atGovBr().wayBackWith(scene.password());
    scene.visit().open(used);

    StepVisit visit = scene.atGovBr();
    String fresh = visit.wayBackWith(scene.password());
    visit.open(
        fresh.replace(
            "code=" + HttpBrowser.parameter(fresh, "code").orElseThrow(),
            "code=" + HttpBrowser.parameter(used, "code").orElseThrow()));

    assertThat(visit.refusal()).isEqualTo("GOVBR-104");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?code=x&state=inventado",
        "?code=x",
        "?state=",
        "?code=x&state=a&state=b",
        "?error=access_denied&state=inventado",
        ""
      })
  void counts_for_nothing_when_nobody_waits_for_it(String query) {
    scene.atGovBr();
    StepVisit forged =
        scene.visit().open(scene.realm().url() + "/broker/govbr/endpoint/revalidacao" + query);
    assertThat(forged.refusal()).isEqualTo("GOVBR-612");
  }

  @Test
  void counts_only_in_the_browser_that_asked() {
    String wayBack = scene.atGovBr().wayBackWith(scene.password());
    GOV_BR.forgetEverybody();
    PlainLogin another = PlainLogin.into(SYSTEM, scene.realm()).as(PERSON);

    StepVisit stolen = StepVisit.after(scene.realm(), another).start(STEP).open(wayBack);
    assertThat(stolen.refusal()).isEqualTo("GOVBR-612");

    assertThat(scene.visit().open(wayBack).status()).as("in its own browser").isEqualTo("success");
  }

  @Test
  void counts_only_at_the_provider_that_asked() {
    scene.realm().addProvider("outro", "outro-senha.exemplo.gov.br", Map.of());
    String wayBack = scene.atGovBr().wayBackWith(scene.password());

    StepVisit mixed = scene.visit().open(wayBack.replace("/broker/govbr/", "/broker/outro/"));
    assertThat(mixed.refusal()).isEqualTo("GOVBR-105");
    scene.assertNotConfirmed();
  }
}
