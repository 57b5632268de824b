package io.github.govbrkeycloak.keycloak.config;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.vault.VaultStringSecret;

/**
 * Settings of an identity provider about asking people for their password again (roteiro of 2021,
 * "Revalidação de Senha"): another host of gov.br, and a credential of its own.
 *
 * @param config the identity provider's configuration
 * @param address base address of that host, without a slash at the end
 * @param loginIssuer issuer of the login's tokens
 */
public record SenhaSettings(Map<String, String> config, String address, String loginIssuer) {

  /** Client id of the credential. */
  public static final String CLIENTE = "clienteRevalidacao";

  /** Where its secret is in Keycloak's vault: the console shows every secret but the login's. */
  public static final String SEGREDO = "segredoRevalidacao";

  /** Base address in the environment {@code outro}; below the login's when empty. */
  public static final String URL = "urlRevalidacao";

  /** Issuer of the tokens, which no document tells. */
  public static final String EMISSOR = "emissorRevalidacao";

  private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[A-Za-z0-9._-]+}");

  /** The credential's client id; empty where passwords are not asked for again. */
  public Optional<String> clientId() {
    return text(CLIENTE);
  }

  /** The credential's secret; empty when the vault has none. */
  public Optional<String> secret(KeycloakSession session) {
    return text(SEGREDO).filter(SenhaSettings::isOfVault).flatMap(name -> read(session, name));
  }

  private static Optional<String> read(KeycloakSession session, String reference) {
    try (VaultStringSecret secret = session.vault().getStringSecret(reference)) {
      // Editors end a file with a line break, which is no part of the secret.
      return secret.get().map(String::strip).filter(text -> !text.isEmpty());
    }
  }

  /** Where the browser goes. */
  public String authorizationUrl() {
    return address + "/authorize";
  }

  /** Where the code is redeemed. */
  public String tokenUrl() {
    return address + "/token";
  }

  /** Where the keys are: not those of the login. */
  public String jwksUrl() {
    return address + "/jwks";
  }

  /** Whose tokens are believed, once signed by a key of {@link #jwksUrl}. */
  public Set<String> issuers() {
    return text(EMISSOR)
        .map(Set::of)
        .orElseGet(() -> new LinkedHashSet<>(List.of(loginIssuer, origin() + "/")));
  }

  private String origin() {
    URI uri = URI.create(address);
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(config.get(key)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static boolean isOfVault(String reference) {
    return VAULT.matcher(reference).matches();
  }

  /**
   * Refuses settings that cannot work.
   *
   * @throws InvalidSettingException naming the field and the remedy
   */
  void validate() {
    if (text(SEGREDO).filter(reference -> !isOfVault(reference)).isPresent()) {
      throw InvalidSettingException.of(SEGREDO, "cofre.segredo", "${vault.govbr-revalidacao}");
    }
    if (clientId().isPresent() != text(SEGREDO).isPresent()) {
      boolean lacksSecret = clientId().isPresent();
      throw InvalidSettingException.of(
          lacksSecret ? SEGREDO : CLIENTE,
          "metade",
          InvalidSettingException.label(lacksSecret ? CLIENTE : SEGREDO));
    }
  }

  /** The console's fields. */
  static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr").text(CLIENTE).text(SEGREDO).text(EMISSOR).text(URL).build();
  }
}
