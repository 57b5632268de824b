package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.metrics.AlertRules;
import io.github.govbrkeycloak.acceptance.metrics.Dashboard;
import io.github.govbrkeycloak.acceptance.metrics.Query;
import io.github.govbrkeycloak.acceptance.metrics.Selector;
import io.github.govbrkeycloak.acceptance.metrics.Selector.Condition;
import io.github.govbrkeycloak.acceptance.metrics.Watched;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.acceptance.system.ServerMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries are never run here, but none may name what Keycloak does not publish. */
@DisplayName("What administrators watch")
class DashboardIT {

  private static final Pattern ALERT_NAME = Pattern.compile("`(GovBr[A-Za-z]+)`");
  private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum|max)$");

  private static final String REALM = "painel";

  private static RunningSystem system;
  private static ServerMetrics metrics;

  /**
   * Logins, refusals, a step that is done, some that are not, a logout, an application: whatever a
   * query asks for happens.
   */
  @BeforeAll
  static void live() {
    system = RunningSystem.get();
    GovBr govBr = system.govBr();
    govBr.behaveNormally();
    govBr.forgetEverybody();
    try (OwnRealm realm = OwnRealm.create(system, REALM, Map.of());
        PasswordCredential credential = PasswordCredential.of(system, realm, REALM)) {
      PlainLogin login = PlainLogin.into(system, realm).as(PasswordScene.PERSON);
      StepVisit.after(realm, login)
          .start(PasswordScene.STEP)
          .goOn()
          .typePassword(govBr.persona(PasswordScene.PERSON).senha());
      StepVisit.after(realm, login).start(PasswordScene.STEP).goOn().cancelAtGovBr();
      signOut(realm, login);
      refuseForFaults(govBr, realm);
      refuseForSettings(realm);
      FacadeClient.get("no token", realm.url() + "/govbr/govbr/conta");
      metrics = system.metrics();
    } finally {
      govBr.behaveNormally();
    }
  }

  private static void refuseForFaults(GovBr govBr, OwnRealm realm) {
    govBr.behave("conexao-reiniciada", Map.of("endpoint", "token"));
    assertThat(refusal(PlainLogin.into(system, realm))).isEqualTo("GOVBR-301");
    govBr.behaveNormally();
    govBr.behave("status", Map.of("endpoint", "token", "parametros", Map.of("status", 401)));
    assertThat(refusal(PlainLogin.into(system, realm))).isEqualTo("GOVBR-303");
    govBr.behaveNormally();
    govBr.behave("sem-assinatura", Map.of());
    assertThat(refusal(PlainLogin.into(system, realm))).isEqualTo("GOVBR-402");
    govBr.behaveNormally();
  }

  private static void refuseForSettings(OwnRealm realm) {
    setLevels(realm, "{\"bronze\":1,\"prata\":2,\"ouro\":3,\"diamante\":4}");
    realm
        .admin()
        .replaceClient(
            "exigente",
            Map.of(
                "clientId",
                "exigente",
                "publicClient",
                true,
                "redirectUris",
                List.of(OwnRealm.CALLBACK),
                "attributes",
                Map.of("minimum.acr.value", "diamante")));
    setLevels(realm, "{\"bronze\":1,\"prata\":2,\"ouro\":3}");
    assertThat(refusal(PlainLogin.into(system, realm).of("exigente"))).isEqualTo("GOVBR-585");

    realm.set("fatosGuardados", "nivel##cpf");
    PlainLogin login = PlainLogin.into(system, realm).as(PasswordScene.PERSON);
    assertThat(StepVisit.after(realm, login).start("govbr-procuracao").refusal())
        .isEqualTo("GOVBR-615");
  }

  private static void setLevels(OwnRealm realm, String numbers) {
    realm.setOfRealm(Map.of("attributes", Map.of("acr.loa.map", numbers)));
  }

  private static String refusal(PlainLogin login) {
    return PlainLogin.refusal(login.as(PasswordScene.PERSON).page());
  }

  private static void signOut(OwnRealm realm, PlainLogin login) {
    String hint =
        StepVisit.after(realm, login).start("no-such-step").tokens().path("id_token").asText();
    login.open(
        realm.url() + "/protocol/openid-connect/logout?id_token_hint=" + hint,
        system.simulatorUrl());
  }

  static List<Watched> panels() throws IOException {
    return dashboard().panels();
  }

  static List<Watched> choices() throws IOException {
    return dashboard().choices();
  }

  static List<Watched> alerts() throws IOException {
    return AlertRules.read(RunningSystem.get().file("docker/prometheus/govbr-alertas.yml"))
        .alerts();
  }

  private static Dashboard dashboard() throws IOException {
    return Dashboard.read(RunningSystem.get().file("docker/grafana/govbr.json"));
  }

  @ParameterizedTest(name = "in the panel \"{0}\" is published")
  @MethodSource("panels")
  void inPanelsIsPublished(Watched panel) throws IOException {
    assertPublished(panel);
  }

  @ParameterizedTest(name = "may be chosen by \"{0}\", which is published")
  @MethodSource("choices")
  void inChoicesIsPublished(Watched choice) throws IOException {
    assertPublished(choice);
  }

  @ParameterizedTest(name = "by the alert {0} is published")
  @MethodSource("alerts")
  void byAlertsIsPublished(Watched alert) throws IOException {
    assertPublished(alert);
  }

  private static void assertPublished(Watched watched) throws IOException {
    Query query = watched.query();
    assertThat(query.selectors()).as("metrics of %s", watched).isNotEmpty();
    for (Selector selector : query.selectors()) {
      List<Map<String, String>> published = metrics.labels(selector.metric());
      assertThat(published).as(selector.metric()).isNotEmpty();
      assertThat(published)
          .as("labels of %s", selector.metric())
          .allSatisfy(labels -> assertThat(labels.keySet()).containsAll(query.groups()));
      for (Condition condition : selector.conditions()) {
        assertThat(published)
            .as("labels of %s", selector.metric())
            .allSatisfy(labels -> assertThat(labels).containsKey(condition.label()));
        assertThat(published)
            .as("%s of %s has a value that is %s", condition.label(), selector, condition)
            .anyMatch(condition::isMetBy);
      }
    }
    assertThat(query.groups()).as("labels that its words show").containsAll(watched.words());
  }

  @Test
  @DisplayName("leaves out nothing that is published")
  void leavesOutNothing() throws IOException {
    Stream<String> watched =
        Stream.concat(panels().stream(), alerts().stream())
            .flatMap(one -> one.query().selectors().stream())
            .map(Selector::metric);

    assertThat(families(watched)).isEqualTo(families(published()));
    assertThat(dashboard().panelsWithoutQuery()).isEmpty();
    assertThat(choices()).extracting(Watched::title).containsExactly("Realm", "Provedor");
  }

  private static Stream<String> published() {
    return metrics.lines().stream()
        .map(line -> line.split("[{ ]", 2)[0])
        .filter(name -> name.startsWith("govbr_"));
  }

  private static Set<String> families(Stream<String> names) {
    return names
        .map(name -> SUFFIX.matcher(name).replaceFirst(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @DisplayName("is told by alerts that the guide explains, each")
  void alertsAreExplained() throws IOException {
    assertThat(alerts())
        .extracting(Watched::title)
        .containsExactlyElementsOf(found(ALERT_NAME, "docs/metricas.md", name -> name.group(1)));
  }

  private static List<String> found(
      Pattern pattern, String file, Function<MatchResult, String> part) throws IOException {
    return pattern.matcher(Files.readString(system.file(file))).results().map(part).toList();
  }
}
