package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.KeycloakAdmin;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whoever abuses the check of a configuration")
class CheckAttacksIT {

  private static final String REALM = "conferencia-atacada";
  private static final String PROVIDER = "/identity-provider/instances/govbr";
  private static final String PASSWORD = "senha-de-teste";
  private static final String INJECTED = "%0d%0aX-Injetado:%20sim%0d%0aSet-Cookie:%20injetado=sim";
  private static final int TOO_LONG_FOR_A_NAME = 5_000;
  private static final int TOO_LONG_FOR_A_FORM = 500_000;

  private static RunningSystem system;
  private static CheckedRealm checked;
  private static OwnRealm realm;

  private TrapServer trap;

  @BeforeAll
  static void createRealm() {
    system = RunningSystem.get();
    system.govBr().behaveNormally();
    checked = CheckedRealm.create(system, REALM);
    realm = checked.realm();
    RealmAdministrators.create(realm.admin(), "so-olha", PASSWORD, "view-identity-providers");
    RealmAdministrators.create(realm.admin(), "dono", PASSWORD, "manage-identity-providers");
  }

  @AfterAll
  static void deleteRealm() {
    realm.close();
  }

  @BeforeEach
  void setTrap() {
    trap = TrapServer.start();
  }

  @AfterEach
  void putBack() {
    trap.close();
    checked.putBack();
  }

  private static Map<String, String> addresses(String base) {
    return Map.of(
        "urlEmissor", base + "/",
        "urlJwk", base + "/jwk",
        "urlToken", base + "/token",
        "urlLogout", base + "/logout");
  }

  @Test
  @DisplayName("learns nothing of what another server in the network answers")
  void learnsNothingOfAnswers() {
    checked.put(addresses(trap.url()));

    JsonNode report = checked.check();

    assertThat(trap.calls()).contains("/jwk", "/token", "/logout");
    assertThat(report.toString()).doesNotContain(TrapServer.SECRET);
  }

  @Test
  @DisplayName("is not led on by redirects")
  void isNotLedOn() {
    checked.put(addresses(trap.url() + "/desvio"));

    checked.check();

    assertThat(trap.calls())
        .hasSizeGreaterThanOrEqualTo(4)
        .doesNotContain(TrapServer.INSIDE)
        .allMatch(path -> path.startsWith("/desvio"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"producao", "homologacao"})
  @DisplayName("reaches no address of their own in a real environment")
  void reachesNothingInRealEnvironments(String environment) {
    ObjectNode provider = checked.provider().deepCopy();
    ObjectNode config = (ObjectNode) provider.path("config");
    addresses(trap.url()).forEach(config::put);
    config.put("urlSso", trap.url()).put("ambiente", environment);
    realm.admin().put(PROVIDER, provider);

    checked.check();

    assertThat(trap.calls()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://localhost:25/x",
        "jar:http://localhost/x!/y",
        "//localhost/jwk",
        "http:localhost",
        "http://",
        "http://localhost/\r\nX-Injetado: sim",
        "javascript:alert(1)"
      })
  @DisplayName("cannot save an address that is none of the web")
  void cannotSaveOtherSchemes(String address) {
    for (String setting : List.of("urlSso", "urlEmissor", "urlJwk", "urlToken", "urlLogout")) {
      ObjectNode provider = checked.provider().deepCopy();
      ((ObjectNode) provider.path("config")).put(setting, address);

      assertThat(realm.admin().tryPut(PROVIDER, provider).statusCode()).as(setting).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("cannot tell which aliases there are without the right to change them")
  void cannotTellAliases() {
    KeycloakAdmin looking = realm.admin().as("so-olha", PASSWORD);

    HttpResponse<String> there = looking.tryGet("/govbr-conferir/govbr");
    HttpResponse<String> notThere = looking.tryGet("/govbr-conferir/nenhum");

    assertThat(List.of(there.statusCode(), notThere.statusCode())).containsOnly(403);
    assertThat(there.body()).isEqualTo(notThere.body());
  }

  @Test
  @DisplayName("cannot tell whether a realm is there from outside")
  void cannotTellRealms() {
    String page = realm.url() + "/govbr-conferir?alias=govbr&realm=";

    assertThat(withoutNames(system.getAs("nobody", page + "orgao")))
        .isEqualTo(withoutNames(system.getAs("nobody", page + "nenhum")));
  }

  private static String withoutNames(HttpResponse<byte[]> answer) {
    return answer.statusCode()
        + new String(answer.body(), StandardCharsets.UTF_8)
            .replaceAll("orgao|nenhum", "")
            .replaceAll("(tab_id|nonce)=[^&\"]*", "");
  }

  @Test
  @DisplayName("gets no header of their own into an answer")
  void getsNoHeaderIn() {
    HttpResponse<String> forPrograms = realm.admin().tryGet("/govbr-conferir/govbr" + INJECTED);
    HttpResponse<byte[]> forPeople =
        system.getAs(
            "nobody", realm.url() + "/govbr-conferir?realm=a" + INJECTED + "&alias=b" + INJECTED);

    assertThat(forPrograms.statusCode()).isEqualTo(404);
    assertThat(forPeople.statusCode()).isEqualTo(401);
    assertThat(List.of(forPrograms, forPeople))
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("X-Injetado")).isEmpty();
              assertThat(answer.headers().allValues("Set-Cookie"))
                  .noneMatch(cookie -> cookie.startsWith("injetado"));
            });
  }

  @Test
  @DisplayName("gets a plain answer to what is far too long")
  void getsAPlainAnswerToWhatIsTooLong() {
    HttpBrowser own = ConsoleLogin.signedIn(system, REALM, "dono", PASSWORD);
    String page = realm.url() + "/govbr-conferir";

    assertThat(
            realm.admin().tryGet("/govbr-conferir/" + "a".repeat(TOO_LONG_FOR_A_NAME)).statusCode())
        .isEqualTo(404);
    assertThat(ConsoleLogin.check(own, page, "r".repeat(TOO_LONG_FOR_A_NAME), "govbr").body())
        .contains("govbr-problema");
    assertThat(ConsoleLogin.check(own, page, REALM, "a".repeat(TOO_LONG_FOR_A_NAME)).body())
        .contains("govbr-problema")
        .doesNotContain("govbr-itens");
    assertThat(ConsoleLogin.check(own, page, REALM, "a".repeat(TOO_LONG_FOR_A_FORM)).status())
        .isEqualTo(413);
  }
}
