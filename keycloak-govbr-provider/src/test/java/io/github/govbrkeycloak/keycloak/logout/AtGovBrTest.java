package io.github.govbrkeycloak.keycloak.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserSessionModel;

@DisplayName("A tab that signs out at gov.br")
class AtGovBrTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.900Z");

  private final Map<String, String> notes = new HashMap<>();
  private UserSessionModel.State state = UserSessionModel.State.LOGGING_OUT;
  private final AtGovBr tab = new AtGovBr(session());

  private UserSessionModel session() {
    return (UserSessionModel)
        Proxy.newProxyInstance(
            AtGovBrTest.class.getClassLoader(),
            new Class<?>[] {UserSessionModel.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  private Object answer(String method, Object... arguments) {
    switch (method) {
      case "setNote" -> notes.put((String) arguments[0], (String) arguments[1]);
      case "removeNote" -> notes.remove((String) arguments[0]);
      case "getNote" -> {
        return notes.get((String) arguments[0]);
      }
      case "getState" -> {
        return state;
      }
      default -> throw new UnsupportedOperationException(method);
    }
    return null;
  }

  @Test
  void is_there_for_a_moment() {
    tab.begin(NOW);

    assertThat(tab.isSo(NOW)).isTrue();
    assertThat(tab.isSo(NOW.plusSeconds(20))).isTrue();
    assertThat(tab.isSo(NOW.plusSeconds(60))).as("it may never come back").isFalse();
  }

  @Test
  void is_not_there_when_none_was_sent() {
    assertThat(tab.isSo(NOW)).isFalse();
  }

  @Test
  void is_not_there_when_gov_br_does_not_answer() {
    tab.begin(NOW);
    tab.failed();

    assertThat(tab.isSo(NOW)).isFalse();
  }

  @Test
  void is_not_there_for_a_session_that_nobody_ends() {
    tab.begin(NOW);
    state = UserSessionModel.State.LOGGED_IN;

    assertThat(tab.isSo(NOW)).isFalse();
  }
}
