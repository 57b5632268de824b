package io.github.govbrkeycloak.acceptance.provider;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The credential with which a realm asks gov.br for passwords again: its secret is in the vault.
 */
final class PasswordCredential implements AutoCloseable {

  /** Some of gov.br's real ones have a slash, too. */
  private static final String SUFFIX = ".exemplo.gov.br/validacaosenha";

  private static final String SECRET = "segredo-da-revalidacao-de-teste";

  private final RunningSystem system;
  private final String clientId;
  private final Path vault;

  private PasswordCredential(RunningSystem system, String name) {
    this.system = system;
    this.clientId = name + SUFFIX;
    this.vault = system.dataFile("vault/" + name + "_govbr-revalidacao");
  }

  /** Registers it at gov.br, puts its secret into the vault and names both in the settings. */
  static PasswordCredential of(RunningSystem system, OwnRealm realm, String name) {
    PasswordCredential credential = of(system, realm, name, "govbr");
    realm.set(credential.settings());
    return credential;
  }

  /** Registers it at gov.br for any provider, and puts its secret into the vault. */
  static PasswordCredential of(RunningSystem system, OwnRealm realm, String name, String alias) {
    PasswordCredential credential = new PasswordCredential(system, name);
    credential.keepSecret();
    credential.register(realm, alias);
    return credential;
  }

  private void register(OwnRealm realm, String alias) {
    system
        .govBr()
        .register(
            clientId,
            new JsonMapper()
                .valueToTree(
                    Map.of(
                        "nome",
                        "Confirmação de senha",
                        "segredo",
                        SECRET,
                        "redirect_uris",
                        List.of(realm.url() + "/broker/" + alias + "/endpoint/revalidacao"),
                        "escopos",
                        List.of("password-validation"))));
  }

  /** The settings of an identity provider that names both. */
  Map<String, String> settings() {
    return Map.of(
        "clienteRevalidacao", clientId, "segredoRevalidacao", "${vault.govbr-revalidacao}");
  }

  void keepSecret() {
    try {
      Files.writeString(vault, SECRET);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void loseSecret() {
    try {
      Files.deleteIfExists(vault);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void close() {
    loseSecret();
    system.govBr().forgetClient(clientId);
  }
}
