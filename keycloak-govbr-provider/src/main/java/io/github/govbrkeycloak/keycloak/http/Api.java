package io.github.govbrkeycloak.keycloak.http;

/**
 * Each endpoint of gov.br that this server itself calls, by the name it has in metrics and logs.
 */
public enum Api {
  /** Tokens for a code. A login cannot do without. */
  TOKEN("token", Size.ORDINARY),
  /** Token that says who typed the password again. */
  REVALIDACAO("revalidacao", Size.ORDINARY),
  /** Keys. A login cannot do without, unless some are known. */
  JWK("jwk", Size.ORDINARY),
  /** Name and contacts. */
  USERINFO("userinfo", Size.ORDINARY),
  /** Level of the account. */
  NIVEIS("niveis", Size.ORDINARY),
  /** Seals of the account. */
  CONFIABILIDADES("confiabilidades", Size.ORDINARY),
  /** Categories of the seals. */
  CATEGORIAS("categorias", Size.ORDINARY),
  /** Certificate used. */
  CERTIFICADO("certificado", Size.ORDINARY),
  /** All companies of a person in one answer: gov.br does not page it. */
  EMPRESAS("empresas", Size.LONG_LIST),
  /** A person's part in one company. */
  PARTICIPANTES("participantes", Size.ORDINARY),
  /** Powers of attorney between two people. */
  PROCURACOES("procuracoes", Size.ORDINARY),
  /** That a power of attorney was used. */
  HISTORICO("historico-acessos", Size.ORDINARY),
  /** Photo. */
  PICTURE("picture", Size.IMAGE),
  /** Whether somebody answers where the browser is to be sent to sign out. */
  LOGOUT("logout", Size.ORDINARY),
  /** What gov.br says of itself; asked by an administrator's check only. */
  DISCOVERY("discovery", Size.ORDINARY);

  private final String word;
  private final int maxBytes;

  Api(String word, int maxBytes) {
    this.word = word;
    this.maxBytes = maxBytes;
  }

  /** Its name in metrics, logs and options. */
  public String word() {
    return word;
  }

  /** Whether a login, or a step, cannot go on without its answer. */
  boolean isForLogin() {
    return this == TOKEN || this == REVALIDACAO || this == JWK;
  }

  /**
   * Whether what one person has may be unlike anybody else's, so that an answer that cannot be used
   * says nothing about the others'.
   */
  boolean differsByPerson() {
    return this == PICTURE || this == CERTIFICADO;
  }

  /** Size beyond which no honest answer goes, unless configured otherwise. */
  int maxBytes() {
    return maxBytes;
  }

  private static final class Size {
    static final int ORDINARY = 256 * 1024;
    static final int LONG_LIST = 4 * 1024 * 1024;
    static final int IMAGE = 2 * 1024 * 1024;
  }
}
