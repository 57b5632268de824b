package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever abuses a sign-out")
class LogoutAttacksIT {

  private static final String LANDED = SignOutRealm.FIRST_LANDING + "?state=da-saida";
  private static final String COOKIE = "GOVBR_LOGOUT";
  private static final int LONG = 5_000;

  private static final RunningSystem SYSTEM = RunningSystem.get();

  @RegisterExtension private static final SignOutRealm applications = new SignOutRealm(SYSTEM);

  private PlainLogin login;
  private JsonNode tokens;

  @BeforeEach
  void signIn() {
    login = applications.signIn();
    tokens = login.tokens();
    SYSTEM.govBr().forgetCalls();
  }

  private Page logout(Map<String, String> changed) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("id_token_hint", tokens.path("id_token").asText());
    query.put("post_logout_redirect_uri", SignOutRealm.FIRST_LANDING);
    query.put("state", "da-saida");
    query.putAll(changed);
    return login.open(
        applications.realm().url()
            + "/protocol/openid-connect/logout?"
            + HttpBrowser.encoded(query),
        SignOutRealm.FIRST_LANDING);
  }

  private void assertThatNothingHappened(Page page) {
    assertThat(page.status()).isEqualTo(400);
    assertThat(SYSTEM.govBr().calls()).isEmpty();
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isTrue();
  }

  static Stream<String> addressesOfOthers() {
    return Stream.of(
        "https://mau.example/",
        "http://primeira.localhost.mau.example/saiu",
        "http://primeira.localhost@mau.example/saiu",
        "http://primeira.localhost/saiu/../outra",
        "//mau.example/",
        "javascript:alert(1)",
        "http://primeira.localhost/saiu\r\nLocation: https://mau.example/");
  }

  @ParameterizedTest
  @MethodSource("addressesOfOthers")
  @DisplayName("cannot choose where people land")
  void cannotChooseWherePeopleLand(String landing) {
    assertThatNothingHappened(logout(Map.of("post_logout_redirect_uri", landing)));
  }

  /** Keycloak's session ends, as when nobody has used it for long. */
  private void endSession() {
    applications
        .realm()
        .admin()
        .delete("/sessions/" + PlainLogin.claims(tokens).path("sid").asText());
  }

  @ParameterizedTest
  @MethodSource("addressesOfOthers")
  @DisplayName("cannot choose it when the session had ended before, either")
  void cannotChooseItWithoutSession(String landing) {
    endSession();
    SYSTEM.govBr().forgetCalls();

    Page page = logout(Map.of("post_logout_redirect_uri", landing));

    assertThat(page.status()).isEqualTo(400);
    assertThat(SYSTEM.govBr().calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://mau.example/, false",
    "//mau.example/, false",
    "https://mau.example/, true",
    "//mau.example/, true"
  })
  @DisplayName("cannot choose it on the way back either, when the session had ended before or not")
  void cannotChooseItOnTheWayBack(String landing, boolean hadEnded) {
    if (hadEnded) {
      endSession();
    }
    login.open(applications.logout(SignOutRealm.FIRST_LANDING, tokens), SYSTEM.simulatorUrl());

    Page page =
        login.open(
            applications.wayBack()
                + "?"
                + HttpBrowser.encoded(
                    Map.of(
                        "post_logout_redirect_uri", landing,
                        "redirect_uri", landing,
                        "state", landing)),
            SignOutRealm.FIRST_LANDING);

    assertThat(page.url()).isEqualTo(LANDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c"})
  @DisplayName("cannot name somebody by an ID token that Keycloak has not signed")
  void cannotForgeTheHint(String hint) {
    assertThatNothingHappened(logout(Map.of("id_token_hint", hint.isEmpty() ? unsigned() : hint)));
  }

  /** This person's ID token, with the signature taken away. */
  private String unsigned() {
    String signed = tokens.path("id_token").asText();
    return signed.substring(0, signed.lastIndexOf('.') + 1);
  }

  @Test
  @DisplayName("cannot name somebody by the ID token of another realm")
  void cannotUseTheHintOfAnotherRealm() {
    try (OwnRealm other = OwnRealm.create(SYSTEM, "saidas-de-outros", Map.of())) {
      String foreign = PlainLogin.into(SYSTEM, other).as("cin").tokens().path("id_token").asText();
      SYSTEM.govBr().forgetCalls();

      assertThatNothingHappened(logout(Map.of("id_token_hint", foreign)));
    }
  }

  @Test
  @DisplayName("gets no header in by a state with line breaks")
  void getsNoHeaderIn() {
    Page page = logout(Map.of("state", "x\r\nSet-Cookie: injetado=sim\r\n\r\n<script>"));

    assertThat(page.url()).startsWith(SignOutRealm.FIRST_LANDING + "?state=x%0D%0ASet-Cookie");
    assertThat(login.browser().hasCookie(SYSTEM.keycloakUrl(), "injetado")).isFalse();
  }

  @Test
  @DisplayName("gets plain answers to what is far too long")
  void getsPlainAnswersToWhatIsTooLong() {
    assertThatNothingHappened(logout(Map.of("id_token_hint", "a".repeat(LONG))));
    assertThatNothingHappened(
        logout(Map.of("post_logout_redirect_uri", "http://x/" + "a".repeat(LONG))));

    assertThat(logout(Map.of("state", "s".repeat(LONG))).url())
        .isEqualTo(SignOutRealm.FIRST_LANDING + "?state=" + "s".repeat(LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "../../x", "%00", "{\"session\":\"1\"}"})
  @DisplayName("ends nothing by a cookie that was made up")
  void endsNothingByAMadeUpCookie(String number) {
    login.browser().plant(SYSTEM.keycloakUrl(), COOKIE, number);

    Page page = login.open(applications.wayBack(), SignOutRealm.FIRST_LANDING);

    assertThat(PlainLogin.refusal(page)).isEqualTo("GOVBR-601");
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isTrue();
  }

  @Test
  @DisplayName("ends nothing by a form that another site sends to the way back")
  void endsNothingByAForm() {
    Page page =
        login
            .browser()
            .submit(applications.wayBack(), Map.of("state", "x"), SignOutRealm.FIRST_LANDING);

    assertThat(page.status()).isEqualTo(404);
    assertThat(applications.isAlive(SignOutRealm.FIRST, tokens)).isTrue();
  }
}
