package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The facade, of those who call it,")
class FacadeCallersIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final int MORE_THAN_A_MINUTES_WORTH = 2_000;

  private static FacadeRealm facade;

  @BeforeAll
  static void createRealm() {
    facade = FacadeRealm.create(SYSTEM, "chamadores-rest", "lOCALHOST");
  }

  @AfterAll
  static void deleteRealm() {
    facade.close();
  }

  private static HttpResponse<byte[]> account(String token) {
    return FacadeClient.get(token, facade.url(ALIAS, "/conta"));
  }

  @Test
  @DisplayName("counts who is not let in, too: soon they only hear that it is too much")
  void refusalsAreLimited() {
    String token = facade.tokenOf(FacadeRealm.onlyFor("foto"), new Person(ALIAS, "cin"));

    assertThat(FacadeProblem.of(account(token))).isEqualTo("403 urn:govbr:sem-permissao");
    assertThat(
            Stream.generate(() -> account(token).statusCode())
                .limit(MORE_THAN_A_MINUTES_WORTH)
                .anyMatch(status -> status == 429))
        .isTrue();
  }
}
