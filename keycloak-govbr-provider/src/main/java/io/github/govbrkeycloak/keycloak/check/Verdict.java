package io.github.govbrkeycloak.keycloak.check;

/** How one thing stands, from good to bad. */
public enum Verdict {
  /** As it should be. */
  GREEN("verde"),
  /** Works, but look at it; or it could not be found out. */
  YELLOW("amarelo"),
  /** Logins or logouts fail, or something protects nobody. */
  RED("vermelho");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** Its name in answers. */
  public String word() {
    return word;
  }
}
