package io.github.govbrkeycloak.acceptance.provider;

import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ACCOUNTANT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.AGENT;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.ALIAS;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.READER;
import static io.github.govbrkeycloak.acceptance.provider.FacadeRealm.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.provider.FacadeRealm.Person;
import io.github.govbrkeycloak.acceptance.system.CommandLine;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The commands of the guide to the facade")
class FacadeGuideIT {

  private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final String COMPANY_IN_THE_GUIDE = "12ABC34501DE35";
  private static final String POWER_IN_THE_GUIDE = "/101/";
  private static final String USE_IN_THE_GUIDE = "\"servico\": 10";
  private static final RunningSystem SYSTEM = RunningSystem.get();

  @TempDir private Path home;

  private static List<String> commands(String program) throws IOException {
    return COMMANDS
        .matcher(Files.readString(SYSTEM.file("docs/fachada.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .filter(block -> block.startsWith(program))
        .toList();
  }

  private String run(String command, Map<String, String> variables) {
    return CommandLine.run(variables, "bash", "-euc", "cd '" + home + "'\n" + command);
  }

  @Test
  @DisplayName("let applications in")
  void letApplicationsIn() throws IOException {
    try (OwnRealm realm = OwnRealm.create(SYSTEM, "guia-da-fachada", Map.of())) {
      for (String command : commands("kcadm.sh")) {
        run(
            command,
            Map.of(
                "PATH",
                SYSTEM.dataFile("keycloak/bin") + ":" + System.getenv("PATH"),
                "KC_OPTS",
                "-Duser.home=" + home,
                "KC_CLI_PASSWORD",
                "admin",
                "KEYCLOAK",
                SYSTEM.keycloakUrl(),
                "REALM",
                "guia-da-fachada"));
      }
      realm.addApplication(READER, "roles");
      String token =
          PlainLogin.into(SYSTEM, realm)
              .of(READER)
              .as("contador")
              .tokens()
              .path("access_token")
              .asText();

      assertThat(SYSTEM.getAs(token, realm.url() + "/govbr/govbr/conta").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("ask for each part and are answered")
  void areAnswered() throws IOException {
    try (FacadeRealm facade = FacadeRealm.create(SYSTEM, "guia-fachada", "LocalHOST")) {
      String company = facade.told(ACCOUNTANT, "/empresas").at("/itens/0/cnpj").asText();
      String power = facade.told(AGENT, "/procuracoes").at("/itens/0/id").asText();
      List<String> commands = commands("curl");

      assertThat(commands).hasSize(7);
      for (String command : commands) {
        Person person = whoCan(command);
        run(
            command
                .replace(COMPANY_IN_THE_GUIDE, company)
                .replace(POWER_IN_THE_GUIDE, "/" + power + "/")
                .replace(USE_IN_THE_GUIDE, "\"servico\": " + SERVICE),
            Map.of(
                "FACHADA",
                facade.url(person.alias(), ""),
                "TOKEN",
                facade.tokenOf(READER, person),
                "USO",
                UUID.randomUUID().toString()));
      }
    }
  }

  private static Person whoCan(String command) {
    if (command.contains("/certificado")) {
      return new Person(ALIAS, "ouro-certificado");
    }
    return command.contains("/procuracoes") ? AGENT : ACCOUNTANT;
  }
}
