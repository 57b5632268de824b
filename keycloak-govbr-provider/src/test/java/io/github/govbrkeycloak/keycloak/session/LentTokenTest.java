package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("gov.br's token lent to a step")
class LentTokenTest {

  private final StoreOfRequest requests = new StoreOfRequest();
  private final Map<String, String> authNotes = new HashMap<>();
  private final Map<String, String> sessionNotes = new HashMap<>();

  private final AuthenticationSessionModel login =
      StoreOfRequest.answering(
          AuthenticationSessionModel.class,
          (method, arguments) ->
              switch (method) {
                case "setAuthNote" -> authNotes.put((String) arguments[0], (String) arguments[1]);
                case "getAuthNote" -> authNotes.get((String) arguments[0]);
                case "removeAuthNote" -> authNotes.remove((String) arguments[0]);
                case "getUserSessionNotes" -> sessionNotes;
                default -> throw new UnsupportedOperationException(method);
              });

  private String keep() {
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("the-token");
    answer.setExpiresIn(3_599);
    return KeptToken.keep(requests.store(), answer, "govbr");
  }

  private void signIn(boolean isKept) {
    sessionNotes.put(KeptToken.NOTE, LentToken.lend(login, keep(), isKept));
  }

  @Test
  void is_there_for_the_login_and_dropped_when_it_is_given_back() {
    signIn(false);
    requests.endRequest();

    assertThat(sessionNotes).containsEntry(KeptToken.NOTE, KeptToken.NONE);
    assertThat(LentToken.of(requests.store(), login))
        .hasValueSatisfying(token -> assertThat(token.value()).isEqualTo("the-token"));
    LentToken.giveBack(requests.session(), login);

    assertThat(LentToken.of(requests.store(), login)).isEmpty();
    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void is_not_stored_when_it_is_given_back_in_the_request_that_brought_it() {
    signIn(false);

    LentToken.giveBack(requests.session(), login);

    assertThat(requests.kept()).isEmpty();
    assertThat(LentToken.of(requests.store(), login)).isEmpty();
  }

  @Test
  void stays_where_the_session_keeps_it_too() {
    signIn(true);

    LentToken.giveBack(requests.session(), login);

    assertThat(LentToken.of(requests.store(), login)).isEmpty();
    assertThat(requests.kept()).hasSize(1);
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

    LentToken.giveBack(requests.session(), login);

    assertThat(LentToken.of(requests.store(), login)).isEmpty();
  }
}
