package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The command of docs/usuarios-existentes.md, which makes a flow of the first login. */
final class ExistingUsersCommand {

  /** The flow's name. */
  static final String FLOW = "primeira entrada com gov.br - usuários existentes";

  /** The administrator's path of the flow's steps. */
  static final String STEPS =
      "/authentication/flows/"
          + URLEncoder.encode(FLOW, StandardCharsets.UTF_8).replace("+", "%20")
          + "/executions";

  private ExistingUsersCommand() {}

  /**
   * Runs it, and gives back what it said.
   *
   * @param variables besides the administrator's password
   */
  static String run(RunningSystem system, String realm, Map<String, String> variables) {
    Path said = system.dataFile("usuarios-existentes.log");
    ProcessBuilder command =
        new ProcessBuilder(
                "bash",
                system.file("docker/keycloak/usuarios-existentes").toString(),
                system.keycloakUrl(),
                realm)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    command.environment().putAll(variables);
    command
        .environment()
        .putAll(
            Map.of(
                "KCADM",
                system.dataFile("keycloak/bin/kcadm.sh").toString(),
                "KC_CLI_PASSWORD",
                "admin"));
    try {
      if (command.start().waitFor() != 0) {
        throw new IllegalStateException("the guide's command failed: " + Files.readString(said));
      }
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
