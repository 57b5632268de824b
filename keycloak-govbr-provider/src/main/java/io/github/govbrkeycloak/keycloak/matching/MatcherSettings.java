package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.config.ConfiguredList;
import io.github.govbrkeycloak.keycloak.config.ConsoleFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * What an administrator sets of the matching.
 *
 * @param config the authenticator's configuration; empty when there is none
 */
record MatcherSettings(Map<String, String> config) {

  /** Names of attributes that may hold the CPF. */
  static final String ATRIBUTOS = "atributos";

  /** Whether the values may have punctuation. */
  static final String COM_PONTUACAO = "comPontuacao";

  /** Whether the values may have lost their leading zeros. */
  static final String SEM_ZEROS = "semZeros";

  /** Whether somebody without an account is refused. */
  static final String SO_EXISTENTES = "soExistentes";

  /** Whom a refused person may ask. */
  static final String CONTATO = "contato";

  /** Whether accounts are given away in environments where anybody may have any CPF. */
  static final String AMBIENTE_DE_TESTES = "ambienteDeTestes";

  /** The word for the user name among the attributes. */
  static final String USERNAME = "username";

  private static final String DEFAULT_ATTRIBUTE = "cpf";

  List<String> attributes() {
    List<String> configured = ConfiguredList.of(config.get(ATRIBUTOS));
    return configured.isEmpty() ? List.of(DEFAULT_ATTRIBUTE) : configured;
  }

  CpfForms forms() {
    return new CpfForms(isOn(COM_PONTUACAO, true), isOn(SEM_ZEROS, true));
  }

  boolean admitsOnlyExisting() {
    return isOn(SO_EXISTENTES, false);
  }

  Optional<String> contact() {
    return Optional.ofNullable(config.get(CONTATO)).map(String::strip).filter(c -> !c.isEmpty());
  }

  /** Whether people of a gov.br that is not the real one get accounts too. */
  boolean admitsTestPeople() {
    return isOn(AMBIENTE_DE_TESTES, false);
  }

  private boolean isOn(String key, boolean otherwise) {
    String configured = config.get(key);
    return configured == null || configured.isBlank()
        ? otherwise
        : Boolean.parseBoolean(configured.strip());
  }

  /** The console's fields. */
  static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr.matcher")
        .texts(ATRIBUTOS, DEFAULT_ATTRIBUTE)
        .onOff(COM_PONTUACAO, true)
        .onOff(SEM_ZEROS, true)
        .onOff(SO_EXISTENTES, false)
        .text(CONTATO)
        .onOff(AMBIENTE_DE_TESTES, false)
        .build();
  }
}
