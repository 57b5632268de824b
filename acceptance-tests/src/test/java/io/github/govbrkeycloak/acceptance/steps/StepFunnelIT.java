package io.github.govbrkeycloak.acceptance.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.acceptance.system.ServerMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("How far people come in a step")
class StepFunnelIT {

  private static final Map<String, String> PRATA = Map.of("kc_action", "govbr-nivel:prata");
  private static final String BANK_SEAL = "604";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private OwnRealm realm;

  @BeforeEach
  void createRealm() {
    govBr.undoChanges();
    govBr.forgetEverybody();
    realm =
        OwnRealm.create(
            system,
            "nivel-funil",
            Map.of("defaultScope", "openid govbr_confiabilidades govbr_empresa"));
  }

  @AfterEach
  void deleteRealm() {
    realm.close();
    govBr.undoChanges();
  }

  @Test
  void is_counted_and_told_by_an_event_for_each_stage() {
    ServerMetrics before = system.metrics();

    PersonAtStep ana = PersonAtStep.of(system, realm, "bronze-senha").use(PRATA);
    ana.goUp().giveUpAtCatalogue().goUp().obtain(BANK_SEAL);

    assertThat(ana.told("kc_action_status")).contains("success");
    List<String> stages = List.of("pedida", "saiu", "voltou", "saiu", "voltou", "alcancada");
    assertThat(stagesOfEvents()).isEqualTo(stages);
    ServerMetrics after = system.metrics();
    for (String stage : List.of("pedida", "saiu", "voltou", "alcancada", "desistiu")) {
      assertThat(counted(after, stage) - counted(before, stage))
          .as(stage)
          .isEqualTo(Collections.frequency(stages, stage));
    }
  }

  @Test
  void is_told_of_those_who_give_up_too() {
    PersonAtStep.of(system, realm, "bronze-senha").use(PRATA).press("cancel-aia", "true");

    assertThat(stagesOfEvents()).isEqualTo(List.of("pedida", "desistiu"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"govbr-nivel:prata", "govbr-procuracao", "govbr-empresa"})
  void counts_an_asking_once_however_often_its_page_is_shown(String action) {
    PersonAtStep ana =
        PersonAtStep.of(system, realm, "bronze-senha").use(Map.of("kc_action", action));
    String page = ana.page().url();

    ana.look(page).look(page);
    assertThat(stagesOfEvents()).isEqualTo(List.of("pedida"));

    ana.press("cancel-aia", "true");
    assertThat(stagesOfEvents()).isEqualTo(List.of("pedida", "desistiu"));

    ana.use(Map.of("kc_action", action));
    // Where gov.br is asked first, its answer and the asking may bear the same time.
    assertThat(stagesOfEvents()).as("asked anew").containsOnlyOnce("desistiu");
    assertThat(Collections.frequency(stagesOfEvents(), "pedida")).isEqualTo(2);
  }

  private static double counted(ServerMetrics metrics, String stage) {
    return metrics.sum(
        "govbr_etapa_total",
        "realm=nivel-funil",
        "alias=govbr",
        "etapa=govbr-nivel",
        "fase=" + stage);
  }

  /** Keycloak tells the newest first. */
  private List<String> stagesOfEvents() {
    List<String> stages = new ArrayList<>();
    realm
        .admin()
        .get("/events?type=CUSTOM_REQUIRED_ACTION&max=100")
        .forEach(event -> stages.add(event.at("/details/etapa_fase").asText()));
    stages.removeIf(String::isEmpty);
    Collections.reverse(stages);
    return stages;
  }
}
