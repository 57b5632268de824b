package io.github.govbrkeycloak.keycloak.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;

@DisplayName("gov.br's token of a session")
class KeptTokenTest {

  private final Map<String, String> notes = new HashMap<>();
  private final StoreOfRequest requests = new StoreOfRequest();
  private final SingleUseObjectProvider store = requests.store();

  private final UserSessionModel session =
      StoreOfRequest.answering(
          UserSessionModel.class, (method, arguments) -> notes.get((String) arguments[0]));

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

  private String keep(long expiresIn) {
    return KeptToken.keep(store, answer(expiresIn), "govbr");
  }

  @Test
  void is_there_until_the_store_drops_it() {
    signIn(keep(3_599));
    assertThat(KeptToken.of(store, session, "govbr"))
        .hasValueSatisfying(token -> assertThat(token.value()).isEqualTo("the-token"));

    requests.kept().clear();
    assertThat(KeptToken.of(store, session, "govbr")).isEmpty();
  }

  @Test
  void is_not_in_the_session_itself() {
    signIn(keep(3_599));
    assertThat(notes.values()).noneMatch(note -> note.contains("the-token"));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3599, 3599", "3600, 3600", "3601, 3600", "9223372036854775807, 3600"})
  void is_kept_as_long_as_it_lives_and_an_hour_at_most(long expiresIn, long lifetime) {
    keep(expiresIn);
    assertThat(requests.lifetimes().values()).containsExactly(lifetime);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void is_not_kept_when_nobody_says_how_long_it_lives(long expiresIn) {
    assertThat(keep(expiresIn)).isEqualTo(KeptToken.NONE);
    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void lies_under_a_key_that_nobody_can_guess() {
    assertThat(keep(60)).isNotEqualTo(keep(60)).hasSize(32);
  }

  @Test
  void is_of_one_identity_provider_alone() {
    signIn(keep(3_599));
    assertThat(KeptToken.of(store, session, "outro-govbr")).isEmpty();
  }

  @Test
  void is_not_that_of_whoever_signed_in_by_another_way_since() {
    signIn(keep(3_599));
    notes.put("identity_provider", "github");
    assertThat(KeptToken.of(store, session, "govbr")).isEmpty();
  }

  @Test
  void is_dropped_with_the_session() {
    signIn(keep(3_599));
    KeptToken.forget(requests.session(), session);
    assertThat(requests.kept()).isEmpty();
  }

  @Test
  void is_dropped_with_a_login_that_is_refused_and_no_other_is() {
    String refused = keep(3_599);
    signIn(keep(3_599));

    KeptToken.forget(requests.session(), refused);
    KeptToken.forget(requests.session(), KeptToken.NONE);
    KeptToken.forget(requests.session(), (String) null);

    assertThat(requests.kept()).hasSize(1);
    assertThat(KeptToken.of(store, session, "govbr")).isPresent();
  }

  @Test
  void takes_along_what_lies_beside_it_when_it_is_dropped() {
    signIn(keep(3_599));
    store.put(KeptToken.placeBeside("the-token"), 600, Map.of("lista", "x"));
    store.put(KeptToken.placeBeside("another-token"), 600, Map.of("lista", "y"));

    KeptToken.forget(requests.session(), session);

    assertThat(requests.kept()).containsOnlyKeys(KeptToken.placeBeside("another-token"));
  }

  @Test
  void is_not_told_by_the_place_of_what_lies_beside_it() {
    assertThat(KeptToken.placeBeside("the-token"))
        .isEqualTo(KeptToken.placeBeside("the-token"))
        .doesNotContain("the-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-such-key", "{\"alias\":\"govbr\"}"})
  void is_absent_when_the_note_leads_nowhere(String note) {
    signIn(note);
    assertThat(KeptToken.of(store, session, "govbr")).isEmpty();
    KeptToken.forget(requests.session(), session);
  }

  @Test
  void is_never_printed() {
    assertThat(new KeptToken("govbr", "the-token").toString()).doesNotContain("the-token");
  }
}
