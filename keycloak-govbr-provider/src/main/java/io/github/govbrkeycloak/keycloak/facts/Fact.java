package io.github.govbrkeycloak.keycloak.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something that gov.br tells about a person only when it is asked for by a call of its own. Each
 * costs a call, so each is asked for only when something needs it.
 *
 * <p>Level, seals and factors are no such facts: they come with the ID token, and every login needs
 * them.
 */
public enum Fact {
  /** What the seals rest on, in the words of 2021. */
  CATEGORIAS("categorias", Fact.CONFIABILIDADES),
  /** Kind and provider of the certificate that was used. */
  CERTIFICADO("certificado", "govbr_recupera_certificadox509"),
  /** What the person is in the company whose certificate was used. */
  ATUACAO("atuacao", Fact.EMPRESA),
  /** The companies that the person is linked to. */
  EMPRESAS("empresas", Fact.EMPRESA);

  /** Scope that lets an access token read levels, seals and categories. */
  public static final String CONFIABILIDADES = "govbr_confiabilidades";

  private static final String EMPRESA = "govbr_empresa";

  private final String word;
  private final String scope;

  Fact(String word, String scope) {
    this.word = word;
    this.scope = scope;
  }

  /** The word for it in configurations. */
  public String word() {
    return word;
  }

  /** The scope without which gov.br does not tell it. */
  public String scope() {
    return scope;
  }

  /** The fact of a word; empty for any other word. */
  public static Optional<Fact> of(String word) {
    return Arrays.stream(values()).filter(fact -> fact.word.equals(word)).findFirst();
  }

  /** All words, in the order in which the console offers them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Fact::word).toList();
  }
}
