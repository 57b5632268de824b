package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("gov.br's token in a session")
class KeptTokenTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private final Map<String, String> notes = new HashMap<>();

  /** A session is an interface of forty methods: only its notes matter here. */
  private final UserSessionModel session =
      (UserSessionModel)
          Proxy.newProxyInstance(
              KeptTokenTest.class.getClassLoader(),
              new Class<?>[] {UserSessionModel.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getNote" -> notes.get((String) arguments[0]);
                    case "removeNote" -> notes.remove((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  private static AccessTokenResponse answer(long expiresIn) {
    AccessTokenResponse answer = new AccessTokenResponse();
    answer.setToken("the-token");
    answer.setExpiresIn(expiresIn);
    return answer;
  }

  private void signIn(String note) {
    notes.put(KeptToken.NOTE, note);
    notes.put("identity_provider", "govbr");
    notes.put(SessionFacts.NOTE, "{\"version\":1,\"alias\":\"govbr\",\"cpf\":\"52998224725\"}");
  }

  @Test
  void is_there_until_it_expires_and_is_then_taken_out() {
    signIn(KeptToken.note(answer(3_599), "govbr", NOW));

    assertThat(KeptToken.of(session, "govbr", NOW.plusSeconds(3_598)))
        .hasValueSatisfying(token -> assertThat(token.value()).isEqualTo("the-token"));
    assertThat(KeptToken.of(session, "govbr", NOW.plusSeconds(3_599))).isEmpty();
    assertThat(notes).doesNotContainKey(KeptToken.NOTE);
  }

  @Test
  void is_not_kept_when_nobody_says_how_long_it_lives() {
    assertThat(KeptToken.note(answer(0), "govbr", NOW)).isEqualTo(KeptToken.NONE);
  }

  @Test
  void is_of_one_identity_provider_alone() {
    signIn(KeptToken.note(answer(3_599), "govbr", NOW));
    assertThat(KeptToken.of(session, "outro-govbr", NOW)).isEmpty();
  }

  @Test
  void is_not_that_of_whoever_signed_in_by_another_way_since() {
    signIn(KeptToken.note(answer(3_599), "govbr", NOW));
    notes.put("identity_provider", "github");
    assertThat(KeptToken.of(session, "govbr", NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"alias\":\"govbr\",\"expiresAt\":9999999999}"})
  void is_absent_when_the_note_cannot_be_read(String note) {
    signIn(note);
    assertThat(KeptToken.of(session, "govbr", NOW)).isEmpty();
  }

  @Test
  void is_never_printed() {
    assertThat(new KeptToken("govbr", "the-token", 1).toString()).doesNotContain("the-token");
  }
}
