package io.github.govbrkeycloak.simulator.homologacao;

/** Something gov.br wants to see. */
interface Requirement {

  /** Its name. */
  String id();

  /**
   * How it stands.
   *
   * @param confirmed whether a person said that it is so
   */
  Item judge(Evidence evidence, boolean confirmed);
}
