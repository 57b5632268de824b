package io.github.govbrkeycloak.keycloak.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.Config;

@DisplayName("The server's limits")
class LimitsTest {

  @Test
  void leave_room_for_others_by_default() {
    Limits limits = Limits.of(Config.scope("govbr", "test"));

    assertThat(limits.loginsPerProvider()).isLessThan(limits.loginsInTotal());
    assertThat(limits.loginsInTotal()).isLessThan(50);
    assertThat(limits.requestsPerProvider()).isLessThan(limits.requestsInTotal());
    assertThat(limits.requestsInTotal()).isLessThan(limits.loginsInTotal());
    assertThat(limits.loginsPerProvider() + limits.extrasPerProvider())
        .as("Keycloak's connections per host")
        .isLessThan(64);
  }

  @ParameterizedTest
  @EnumSource
  void can_be_set_for_each_api(Api api) {
    List<String> options =
        List.of(
            api.word() + "-connect-millis", api.word() + "-read-millis", api.word() + "-max-bytes");
    Config.Scope scope = Config.scope("govbr", "test", api.word());
    options.forEach(
        option -> System.setProperty("keycloak.govbr.test." + api.word() + "." + option, "7"));

    assertThat(Limits.of(scope).ofApi().get(api)).isEqualTo(new Limits.OfApi(7, 7, 7));

    options.forEach(
        option -> System.clearProperty("keycloak.govbr.test." + api.word() + "." + option));
  }

  @ParameterizedTest
  @EnumSource
  void are_documented(Api api) throws Exception {
    assertThat(Files.readString(Path.of("..", "docs", "fatos.md")))
        .contains("`" + api.word() + "`");
  }
}
