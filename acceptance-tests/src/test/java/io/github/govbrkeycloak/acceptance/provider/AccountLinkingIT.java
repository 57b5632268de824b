package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.acceptance.system.GovBr;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A person who has an account and links gov.br to it")
class AccountLinkingIT {

  private static final String PERSON = "ouro-otp";
  private static final String PASSWORD = "Senha-de-um-teste-1";
  private static final String USER = "servidora";

  private final RunningSystem system = RunningSystem.get();
  private final GovBr govBr = system.govBr();
  private final KeycloakAdmin admin = system.keycloakAdmin();
  private OtherProvider provider;
  private TestApplication application;
  private String account;

  @BeforeEach
  void signInByPassword() {
    govBr.behaveNormally();
    govBr.forgetEverybody();
    provider = OtherProvider.govBr(system, "govbr-ligar", Map.of());
    application = TestApplication.open(system);
    admin.post(
        "/users",
        Map.of(
            "username",
            USER,
            "enabled",
            true,
            "email",
            "servidora@orgao.exemplo.gov.br",
            "firstName",
            "Sara",
            "lastName",
            "Vidal",
            "credentials",
            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
    account = admin.get("/users?exact=true&username=" + USER).get(0).path("id").asText();
    application.openLogin(Map.of("kc_idp_hint", "nenhum"));
    application.page().fill("#username", USER);
    application.page().fill("#password", PASSWORD);
    application.page().click("[type=submit]");
    application.page().waitForCondition(application::isReached);
  }

  @AfterEach
  void close() {
    govBr.behaveNormally();
    application.close();
    admin.delete("/users/" + account);
    provider.close();
  }

  private void beginToLink() {
    application.openLogin(
        Map.of("kc_action", "idp_link:" + provider.alias(), "kc_idp_hint", "nenhum"));
    application
        .page()
        .waitForCondition(
            () ->
                application.page().url().startsWith(system.simulatorUrl())
                    || application.page().locator("#kc-continue, [name=continue]").count() > 0);
    if (!application.page().url().startsWith(system.simulatorUrl())) {
      application.page().locator("#kc-continue, [name=continue]").first().click();
    }
  }

  private JsonNode links() {
    return admin.get("/users/" + account + "/federated-identity");
  }

  private String url() {
    application
        .page()
        .waitForCondition(() -> application.page().url().startsWith(application.baseUrl()));
    return application.page().url();
  }

  @Test
  @DisplayName("has it linked, under a pseudonym, and stays signed in")
  void isLinked() {
    beginToLink();
    application.signInFromGovBrAs(PERSON);

    assertThat(url()).contains("kc_action_status=success");
    assertThat(links())
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.path("identityProvider").asText()).isEqualTo(provider.alias());
              assertThat(link.path("userName").asText()).matches("govbr-[a-z2-7]{26}");
            });
  }

  @Test
  @DisplayName("comes back unlinked after cancelling at gov.br")
  void cancels() {
    beginToLink();
    application.page().click("#cancel");

    assertThat(url()).contains("kc_action_status=cancelled");
    assertThat(links()).isEmpty();
  }

  @Test
  @DisplayName("is told, with a way on, when gov.br's answer is not to be believed")
  void isRefused() {
    govBr.behave("nonce-errado", Map.of());
    beginToLink();
    application.signInFromGovBrAs(PERSON);

    assertThat(application.page().locator("#govbr-recusa").textContent()).contains("GOVBR-407");
    assertThat(application.page().locator("#govbr-tentar-de-novo").isVisible()).isTrue();
    assertThat(links()).isEmpty();
  }
}
