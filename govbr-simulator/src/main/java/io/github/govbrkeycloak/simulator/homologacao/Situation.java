package io.github.govbrkeycloak.simulator.homologacao;

/** How it stands with a requirement; the names are those of the JSON. */
public enum Situation {
  /** The journal has calls that show it. */
  PROVADO("Provado", "success"),
  /** The journal has nothing about it yet. */
  FALTA_VER("Falta ver", "warning"),
  /** The journal has calls that gov.br would not accept. */
  REPROVADO("Reprovado", "danger"),
  /** No call can show it: a person has to look. */
  CONFIRME("Você confirma", "info"),
  /** A person says so; nothing was observed. */
  CONFIRMADO("Confirmado por você", "success");

  private final String title;
  private final String colour;

  Situation(String title, String colour) {
    this.title = title;
    this.colour = colour;
  }

  /** In Portuguese. */
  public String title() {
    return title;
  }

  /** The design system's word for it. */
  public String colour() {
    return colour;
  }
}
