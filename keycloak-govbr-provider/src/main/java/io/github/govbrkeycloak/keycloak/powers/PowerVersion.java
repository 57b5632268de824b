package io.github.govbrkeycloak.keycloak.powers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Version of gov.br's API of powers of attorney: they differ in the names of things. */
public enum PowerVersion {
  /** That of the roteiro since June 2026. */
  V2("v2", "filtrar-por-procurador", "poas"),
  /** The older one, whose powers have no id. */
  V1("v1", "filtrar-por-outorgado", "powerOfAttorneyCollection");

  private final String word;
  private final String agentFilter;
  private final String listName;

  PowerVersion(String word, String agentFilter, String listName) {
    this.word = word;
    this.agentFilter = agentFilter;
    this.listName = listName;
  }

  /** The word for it in configurations and addresses. */
  public String word() {
    return word;
  }

  /** Query parameter with the agent's CPF. */
  String agentFilter() {
    return agentFilter;
  }

  /** Member of the answer with the powers. */
  String listName() {
    return listName;
  }

  /** The version of a word; empty for any other word. */
  public static Optional<PowerVersion> of(String word) {
    return Arrays.stream(values()).filter(version -> version.word.equals(word)).findFirst();
  }

  /** All words, the usual one first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(PowerVersion::word).toList();
  }
}
