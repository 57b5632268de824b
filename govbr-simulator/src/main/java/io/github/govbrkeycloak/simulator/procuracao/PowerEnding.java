package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import java.util.List;

/** How one of its two people ends a power of attorney. */
public enum PowerEnding {
  /** The grantor takes it back. */
  REVOKE(
      "Revogar",
      "Revogar a procuração",
      "A pessoa deixa de poder agir em seu nome na mesma hora.") {
    @Override
    List<PowerOfAttorney> open(PowersOfAttorney powers, Cpf person) {
      return powers.givenBy(person);
    }

    @Override
    boolean end(PowersOfAttorney powers, PowerOfAttorney power) {
      return powers.revoke(power);
    }
  },
  /** The agent gives it up. */
  RENOUNCE(
      "Renunciar",
      "Renunciar à procuração",
      "Você deixa de poder agir em nome da pessoa na mesma hora.") {
    @Override
    List<PowerOfAttorney> open(PowersOfAttorney powers, Cpf person) {
      return powers.givenTo(person);
    }

    @Override
    boolean end(PowersOfAttorney powers, PowerOfAttorney power) {
      return powers.renounce(power);
    }
  };

  private final String verb;
  private final String phrase;
  private final String consequence;

  PowerEnding(String verb, String phrase, String consequence) {
    this.verb = verb;
    this.phrase = phrase;
    this.consequence = consequence;
  }

  /** The powers a person may end this way, as far as they are still in force. */
  abstract List<PowerOfAttorney> open(PowersOfAttorney powers, Cpf person);

  /** Ends one; says whether it was in force. */
  abstract boolean end(PowersOfAttorney powers, PowerOfAttorney power);

  /** What the button says. */
  public String verb() {
    return verb;
  }

  /** The same, with its object; the number of the power may follow. */
  public String phrase() {
    return phrase;
  }

  /** What follows, in Portuguese. */
  public String consequence() {
    return consequence;
  }
}
