package io.github.govbrkeycloak.keycloak.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which gov.br an identity provider talks to: one word in the console, all addresses follow from
 * it.
 *
 * <p>Hosts: roteiro de integração do Login Único, "Passo 3" and "Passo 12"; of 2021, "Revalidação
 * de Senha" (its host in production is not documented).
 */
public enum Ambiente {
  /** The real gov.br. Only encrypted addresses. */
  PRODUCAO(
      "producao",
      new GovBrAddresses(
          "https://sso.acesso.gov.br",
          "https://api.acesso.gov.br",
          "https://confiabilidades.acesso.gov.br",
          "https://oauth.acesso.gov.br/v1")),
  /** gov.br's staging, with accounts of fictional people. */
  HOMOLOGACAO(
      "homologacao",
      new GovBrAddresses(
          "https://sso.staging.acesso.gov.br",
          "https://api.staging.acesso.gov.br",
          "https://confiabilidades.staging.acesso.gov.br",
          "https://oauth.staging.acesso.gov.br/v1")),
  /** Anything that speaks like gov.br, for instance the simulator: its addresses are configured. */
  OUTRO("outro", null);

  private final String configValue;
  private final GovBrAddresses addresses;

  Ambiente(String configValue, GovBrAddresses addresses) {
    this.configValue = configValue;
    this.addresses = addresses;
  }

  /** The word written in the configuration. */
  public String configValue() {
    return configValue;
  }

  /** The fixed addresses; empty for {@link #OUTRO}. */
  Optional<GovBrAddresses> addresses() {
    return Optional.ofNullable(addresses);
  }

  /** Finds an environment by its configuration word; empty for any other word. */
  static Optional<Ambiente> of(String configValue) {
    return Arrays.stream(values()).filter(a -> a.configValue.equals(configValue)).findFirst();
  }

  /** All configuration words, in the order in which the console offers them. */
  static List<String> configValues() {
    return Arrays.stream(values()).map(Ambiente::configValue).toList();
  }
}
