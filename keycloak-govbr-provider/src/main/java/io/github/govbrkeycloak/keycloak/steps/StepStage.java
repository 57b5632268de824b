package io.github.govbrkeycloak.keycloak.steps;

/** How far a person has come in a step. */
public enum StepStage {
  /** The step was shown to the person. */
  ASKED("pedida"),
  /** The person left for gov.br. */
  LEFT("saiu"),
  /** The person came back from gov.br. */
  RETURNED("voltou"),
  /** The person has now what was asked for. */
  REACHED("alcancada"),
  /** The person chose to go on without it, or back to the application. */
  GAVE_UP("desistiu");

  private final String word;

  StepStage(String word) {
    this.word = word;
  }

  /** The word in metrics and events. */
  public String word() {
    return word;
  }
}
