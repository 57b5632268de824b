package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who did not sign in at gov.br the way that an application demands")
class MissingFactorIT {

  private static final RunningSystem SYSTEM = RunningSystem.get();
  private static final GovBr GOV_BR = SYSTEM.govBr();
  private static final String DEMANDING = "exige-fator";
  private static final String FREE = "livre";
  private static final Pattern FORM = Pattern.compile("<form action=\"([^\"]+)\" method=\"post\">");
  private static final Pattern TICKET = Pattern.compile("name=\"bilhete\" value=\"([^\"]+)\"");

  private static DemandingRealm realm;

  @BeforeAll
  static void createRealm() {
    realm = DemandingRealm.create(SYSTEM, "fator-exigido");
    realm.profile(DEMANDING, Map.of("fatores", List.of("mfa", "x509")));
    realm.application(DEMANDING, DEMANDING);
    realm.application(FREE);
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @BeforeEach
  void forgetEverybody() {
    GOV_BR.forgetEverybody();
  }

  private static PlainLogin login() {
    return PlainLogin.into(SYSTEM, realm.realm()).of(DEMANDING).as("bronze-senha");
  }

  private static String found(Pattern pattern, PlainLogin login) {
    Matcher matcher = pattern.matcher(login.page().body());
    assertThat(matcher.find()).as("the page offers a new login at gov.br").isTrue();
    return matcher.group(1);
  }

  private static PlainLogin newLoginAs(PlainLogin login, String persona) {
    return login.submit(found(FORM, login), Map.of("bilhete", found(TICKET, login)), persona);
  }

  @Test
  @DisplayName("is signed out of gov.br and in again, and gets in with the factor")
  void gets_in_after_a_new_login_at_gov_br() {
    PlainLogin login = login();
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-583");

    newLoginAs(login, "ouro-otp");

    assertThat(login.claims().path("amr").toString()).contains("mfa");
  }

  @Test
  @DisplayName("is told what to do, and not sent round again, when the new login lacks it too")
  void is_sent_round_once_and_no_more() {
    PlainLogin login = login();

    newLoginAs(login, "bronze-senha");

    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-583");
    assertThat(login.page().body())
        .contains("govbr-segunda-vez")
        .contains("govbr-tentar-de-novo")
        .doesNotContain("govbr-nova-entrada");
    assertThat(realm.accounts()).isZero();
  }

  @Test
  @DisplayName("is not signed out of gov.br by the page of another site")
  void a_forged_confirmation_is_refused() {
    PlainLogin login = login();
    String address = found(FORM, login);

    login.submit(address, Map.of("bilhete", "inventado"), null);

    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-102");
    GOV_BR.forgetCalls();
    login.submit(address, Map.of(), null);
    assertThat(PlainLogin.refusal(login.page())).isEqualTo("GOVBR-102");
    assertThat(GOV_BR.calls()).isEmpty();
  }

  @Test
  @DisplayName("and left it at that, can sign out of another application later")
  void a_new_login_that_was_left_alone_stops_no_logout() {
    PlainLogin left = login();
    left.browser()
        .submit(
            URI.create(left.page().url())
                .resolve(found(FORM, left).replace("&amp;", "&"))
                .toString(),
            Map.of("bilhete", found(TICKET, left)),
            SYSTEM.simulatorUrl());
    PlainLogin other = left.next().of(FREE).as("bronze-senha");
    String idToken = other.tokens().path("id_token").asText();

    HttpBrowser.Page end =
        other.open(
            realm.realm().url() + "/protocol/openid-connect/logout?id_token_hint=" + idToken,
            OwnRealm.CALLBACK);

    assertThat(end.url()).doesNotStartWith(SYSTEM.simulatorUrl());
    assertThat(other.onInto(FREE).page().url()).contains("error=login_required");
    assertThat(end.body()).contains("Você saiu");
  }
}
