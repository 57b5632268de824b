package io.github.govbrkeycloak.simulator.diagnosis;

/**
 * Something about a call that a developer should mend.
 *
 * @param codigo its stable name
 * @param gravidade how bad it is
 * @param texto cause and remedy in Portuguese, without anything personal or secret
 */
public record Finding(String codigo, Severity gravidade, String texto) {

  /** How bad a finding is; the names are those of the JSON. */
  public enum Severity {
    /** gov.br refuses the call, or the homologation fails. */
    ERRO,
    /** It works, but should not be so. */
    AVISO,
    /** gov.br has given this up. */
    OBSOLETO
  }

  /** Something gov.br refuses. */
  public static Finding error(String code, String text) {
    return new Finding(code, Severity.ERRO, text);
  }

  /** Something that should not be so. */
  public static Finding warning(String code, String text) {
    return new Finding(code, Severity.AVISO, text);
  }

  /** Something given up. */
  public static Finding obsolete(String code, String text) {
    return new Finding(code, Severity.OBSOLETO, text);
  }
}
