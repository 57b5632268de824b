package io.github.govbrkeycloak.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.govbrkeycloak.acceptance.system.CommandLine;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/guia-do-administrador.md} writes out, taken from it and used as it is. */
class GuideWithoutConsoleIT {

  private static final String SECRET = "segredo-de-teste";

  private final RunningSystem system = RunningSystem.get();

  @Test
  void leads_by_its_realm_file_to_a_sign_in_of_whoever_has_no_email() throws IOException {
    String name = "guia-json";
    Path vault = system.dataFile("vault/" + name + "_govbr");
    ObjectNode realm =
        (ObjectNode) new JsonMapper().readTree(blockOf("## Configurar por JSON", "json"));
    ObjectNode provider = (ObjectNode) realm.at("/identityProviders/0/config");
    provider.put("ambiente", "outro").put("urlSso", system.simulatorUrl());
    provider.put("clientId", name + ".exemplo.gov.br");
    Files.writeString(vault, SECRET);
    try (OwnRealm own = OwnRealm.described(system, name, realm)) {
      own.addApplication(OwnRealm.APPLICATION);

      assertWhoeverHasNoEmailSignsIn(own);
      assertThat(leftToDo(own)).containsExactly("https", "lancador", "etapas");
    } finally {
      Files.delete(vault);
    }
  }

  @Test
  void leads_by_its_commands_from_a_bare_realm_to_a_sign_in_of_whoever_has_no_email(
      @TempDir Path home) throws IOException {
    try (OwnRealm own = OwnRealm.bare(system, "guia-kcadm")) {
      own.addApplicationWithoutGovBr();

      String said =
          CommandLine.run(
              variables(own, home), "bash", "-euc", blockOf("## Configurar por kcadm", "sh"));

      assertThat(said).contains("\"situacao\" : \"amarelo\"").doesNotContain(SECRET);
      assertWhoeverHasNoEmailSignsIn(own);
      assertThat(leftToDo(own)).containsExactly("https", "lancador", "etapas");
      assertThat(own.admin().get("").path("loginTheme").asText()).isEqualTo("govbr");
      assertThat(own.admin().get("").path("duplicateEmailsAllowed").asBoolean()).isTrue();
      for (String step : List.of("govbr-nivel", "govbr-procuracao")) {
        JsonNode action = own.admin().get("/authentication/required-actions/" + step);
        assertThat(action.path("enabled").asBoolean()).as(step).isTrue();
      }
    }
  }

  private void assertWhoeverHasNoEmailSignsIn(OwnRealm realm) {
    JsonNode claims = PlainLogin.into(system, realm).as("sem-email").claims();

    assertThat(claims.has("email")).isFalse();
    assertThat(claims.path("acr").asText()).isNotEqualTo("0");
    assertThat(claims.path("acr")).isEqualTo(claims.at("/govbr/nivel"));
    assertThat(claims.path("cpf").asText()).isEqualTo(system.govBr().persona("sem-email").cpf());
  }

  private static List<String> leftToDo(OwnRealm realm) {
    JsonNode lines = realm.admin().get("/govbr-conferir/govbr").path("itens");
    return StreamSupport.stream(lines.spliterator(), false)
        .filter(line -> !line.path("situacao").asText().equals("verde"))
        .map(line -> line.path("item").asText())
        .toList();
  }

  /** The first block of a language below a heading of the guide. */
  private String blockOf(String heading, String language) throws IOException {
    Matcher block =
        Pattern.compile(
                Pattern.quote(heading + "\n") + ".*?\n```" + language + "\n(.*?)\n```",
                Pattern.DOTALL)
            .matcher(Files.readString(system.file("docs/guia-do-administrador.md")));
    assertThat(block.find()).as(heading).isTrue();
    return block.group(1);
  }

  private Map<String, String> variables(OwnRealm own, Path home) {
    return Map.ofEntries(
        Map.entry("PATH", system.dataFile("keycloak/bin") + ":" + System.getenv("PATH")),
        Map.entry("KC_OPTS", "-Duser.home=" + home),
        Map.entry("KC_CLI_PASSWORD", "admin"),
        Map.entry("KEYCLOAK", system.keycloakUrl()),
        Map.entry("REALM", "guia-kcadm"),
        Map.entry("CLIENT_ID", own.govBrClient()),
        Map.entry("CLIENT_SECRET", SECRET),
        Map.entry("AMBIENTE", "outro"),
        Map.entry("URL_SSO", system.simulatorUrl()),
        Map.entry("CLIENTE", OwnRealm.APPLICATION),
        Map.entry("ETAPAS", "govbr-nivel govbr-procuracao"));
  }
}
