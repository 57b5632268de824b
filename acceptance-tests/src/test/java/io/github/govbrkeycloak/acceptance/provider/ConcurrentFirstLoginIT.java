package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.CompleteSystem;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@CompleteSystem
@DisplayName("The same person's first login in two browsers at the same moment")
class ConcurrentFirstLoginIT {

  private static RunningSystem system;
  private static OwnRealm realm;

  @BeforeAll
  static void open() {
    system = RunningSystem.get();
    realm = OwnRealm.create(system, "ao-mesmo-tempo", Map.of());
  }

  @AfterAll
  static void leaveNothingBehind() {
    realm.close();
  }

  private static PlainLogin login(String persona) {
    return PlainLogin.into(system, realm).as(persona);
  }

  @ParameterizedTest(name = "named by {0}: {1}")
  @CsvSource({
    "pseudonimo, prata-banco",
    "pseudonimo, ouro-otp",
    "pseudonimo, cin",
    "aleatorio, ouro-facial",
    "aleatorio, futuro",
    "aleatorio, sem-email"
  })
  void makes_one_account(String naming, String persona) {
    system.govBr().forgetEverybody();
    realm.set("nomeDeUsuario", naming);
    int before = realm.admin().get("/users?max=100").size();

    List<CompletableFuture<PlainLogin>> both =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> login(persona)))
            .limit(2)
            .toList();
    List<PlainLogin> ended = both.stream().map(CompletableFuture::join).toList();

    assertThat(ended).anyMatch(PlainLogin::isReached);
    // The other one may lose at several places: ours (GOVBR-572), or Keycloak's own pages.
    assertThat(ended)
        .filteredOn(login -> !login.isReached())
        .extracting(login -> login.page().status())
        .allMatch(status -> status / 100 == 4);
    assertThat(realm.admin().get("/users?max=100")).hasSize(before + 1);
    system.govBr().forgetEverybody();
    assertThat(login(persona).isReached()).as("the next login").isTrue();
    assertThat(realm.admin().get("/users?max=100")).hasSize(before + 1);
  }
}
