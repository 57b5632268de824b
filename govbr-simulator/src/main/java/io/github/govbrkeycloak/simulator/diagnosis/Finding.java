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

  /** Whether it is this objection. */
  public boolean is(Objection objection) {
    return objection.label().equals(codigo);
  }
}
