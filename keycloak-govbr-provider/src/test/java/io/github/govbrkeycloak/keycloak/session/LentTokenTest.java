package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("gov.br's token lent to a step")
class LentTokenTest {

  private final Map<String, Map<String, String>> stored = new HashMap<>();
  private final Map<String, String> authNotes = new HashMap<>();
  private final Map<String, String> sessionNotes = new HashMap<>();

  private final SingleUseObjectProvider store =
      proxy(
          SingleUseObjectProvider.class,
          (method, arguments) ->
              switch (method) {
                case "put" -> stored.put((String) arguments[0], notes(arguments[2]));
                case "get" -> stored.get((String) arguments[0]);
                case "remove" -> stored.remove((String) arguments[0]);
                default -> throw new UnsupportedOperationException(method);
              });

  private final AuthenticationSessionModel login =
      proxy(
          AuthenticationSessionModel.class,
          (method, arguments) ->
              switch (method) {
                case "setAuthNote" -> authNotes.put((String) arguments[0], (String) arguments[1]);
                case "getAuthNote" -> authNotes.get((String) arguments[0]);
                case "removeAuthNote" -> authNotes.remove((String) arguments[0]);
                case "getUserSessionNotes" -> sessionNotes;
                default -> throw new UnsupportedOperationException(method);
              });

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            LentTokenTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object told = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : told;
            }));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> notes(Object value) {
    return (Map<String, String>) value;
  }

  private String keep() {
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("the-token");
    answer.setExpiresIn(3_599);
    return KeptToken.keep(store, answer, "govbr");
  }

  private void signIn(boolean isKept) {
    sessionNotes.put(KeptToken.NOTE, LentToken.lend(login, keep(), isKept));
  }

  @Test
  void is_there_for_the_login_and_dropped_when_it_is_given_back() {
    signIn(false);

    assertThat(sessionNotes).containsEntry(KeptToken.NOTE, KeptToken.NONE);
    assertThat(LentToken.of(store, login))
        .hasValueSatisfying(token -> assertThat(token.value()).isEqualTo("the-token"));
    LentToken.giveBack(store, login);

    assertThat(LentToken.of(store, login)).isEmpty();
    assertThat(stored).isEmpty();
  }

  @Test
  void stays_where_the_session_keeps_it_too() {
    signIn(true);

    LentToken.giveBack(store, login);

    assertThat(LentToken.of(store, login)).isEmpty();
    assertThat(stored).hasSize(1);
  }

  @Test
  void is_in_no_note_itself() {
    signIn(true);

    assertThat(authNotes.toString() + sessionNotes).doesNotContain("the-token");
  }

  @Test
  void is_none_where_none_was_kept() {
    assertThat(LentToken.lend(login, KeptToken.NONE, true)).isEqualTo(KeptToken.NONE);
    assertThat(LentToken.lend(login, null, true)).isEqualTo(KeptToken.NONE);

    LentToken.giveBack(store, login);

    assertThat(LentToken.of(store, login)).isEmpty();
  }
}
