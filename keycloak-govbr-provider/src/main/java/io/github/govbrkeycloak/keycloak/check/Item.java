package io.github.govbrkeycloak.keycloak.check;

/** What is looked at, in the order in which it is told. */
enum Item {
  PROVEDOR("provedor"),
  DESCOBERTA("descoberta"),
  CHAVES("chaves"),
  CREDENCIAL("credencial"),
  ESCOPOS("escopos"),
  RELOGIO("relogio"),
  SAIDA("saida"),
  PSEUDONIMO("pseudonimo"),
  SENHA("senha"),
  HTTPS("https"),
  LANCADOR("lancador"),
  PRIMEIRA_ENTRADA("primeiraEntrada"),
  CLAIMS("claims"),
  NIVEIS("niveis"),
  PALAVRAS("palavras"),
  ETAPAS("etapas");

  private final String word;

  Item(String word) {
    this.word = word;
  }

  /** Its name in answers and message keys. */
  String word() {
    return word;
  }
}
