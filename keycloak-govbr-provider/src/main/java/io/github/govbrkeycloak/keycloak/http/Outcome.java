package io.github.govbrkeycloak.keycloak.http;

/** How a call to gov.br ended: the word for metrics and logs, and what it says about the API. */
public enum Outcome {
  /** Answered as documented. */
  OK("ok", Sign.HEALTHY),
  /** Answered that there is nothing of that kind. */
  NOT_FOUND("nao_ha", Sign.HEALTHY),
  /** Answered that this call is not allowed or not right: a matter of this call alone. */
  REFUSED("recusado", Sign.HEALTHY),
  /** Too many calls; wait as long as it says. */
  RATE_LIMITED("limite", Sign.SICK),
  /** Answered with an error of its own. */
  FAILED("erro", Sign.SICK),
  /** No complete answer before the deadline. */
  TIMEOUT("lento", Sign.SICK),
  /** Given up so early that it says nothing about the API: somebody's deadline is short. */
  IMPATIENT("prazo_curto", Sign.NONE),
  /** No connection, or it broke. */
  UNREACHABLE("inalcancavel", Sign.SICK),
  /** The answer was larger than any honest one. */
  TOO_LARGE("enorme", Sign.SICK, Sign.NONE),
  /** The answer is not what it should be. */
  MALFORMED("ilegivel", Sign.SICK, Sign.NONE),
  /** The answer speaks of somebody else. */
  OTHER_PERSON("outra_pessoa", Sign.SICK, Sign.NONE),
  /** Not called: too many of this identity provider's calls are waiting already. */
  BUSY("ocupado", Sign.NONE),
  /** Not called: the API failed too often just now. */
  CIRCUIT_OPEN("circuito_aberto", Sign.NONE);

  /** What an outcome says about the health of an API. */
  enum Sign {
    HEALTHY,
    SICK,
    NONE
  }

  private final String word;
  private final Sign sign;
  private final Sign ofPersonal;

  Outcome(String word, Sign sign) {
    this(word, sign, sign);
  }

  /** With another sign where what is answered differs in kind and size from person to person. */
  Outcome(String word, Sign sign, Sign ofPersonal) {
    this.word = word;
    this.sign = sign;
    this.ofPersonal = ofPersonal;
  }

  /** Its name in metrics and logs. */
  public String word() {
    return word;
  }

  Sign signOf(Api api) {
    return api.differsByPerson() ? ofPersonal : sign;
  }

  /** The outcome that an HTTP status stands for. */
  static Outcome ofStatus(int status) {
    return switch (status) {
      case 200, 201 -> OK;
      case 404 -> NOT_FOUND;
      case 429 -> RATE_LIMITED;
      default -> status >= 400 && status < 500 ? REFUSED : FAILED;
    };
  }
}
