package io.github.govbrkeycloak.keycloak.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Facts that a session keeps or not, together. When the person signed in is always kept. */
public enum FactGroup {
  NIVEL,
  SELOS,
  FATORES,
  CPF,
  NOME,
  CONTATO,
  EMPRESA,
  CATEGORIAS,
  CERTIFICADO,
  REPRESENTADO;

  /** The word for it in configurations: the same as in the protocol mappers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a word; empty for any other word. */
  public static Optional<FactGroup> of(String word) {
    return Arrays.stream(values()).filter(group -> group.word().equals(word)).findFirst();
  }

  /** All words, in the order in which the console offers them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(FactGroup::word).toList();
  }
}
