package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.simulator.behaviour.Parameters;
import java.util.List;

/**
 * Which of gov.br's tokens a behaviour is about. Its parameter {@code token} says so; without it
 * the behaviour is about the ID token.
 */
public enum TokenKind {
  /** Tells the service who signed in. */
  ID("id_token"),
  /** Opens APIs; the service may read it too. */
  ACCESS("access_token");

  /** The name of the parameter. */
  public static final String PARAMETER = "token";

  private static final String BOTH = "ambos";

  private final String label;

  TokenKind(String label) {
    this.label = label;
  }

  /** Whether the parameter, if it is there, is one of its words. */
  public static boolean isUnderstood(Parameters parameters) {
    return List.of(ID.label, ACCESS.label, BOTH).contains(asked(parameters));
  }

  boolean isMeantBy(Parameters parameters) {
    String asked = asked(parameters);
    return asked.equals(label) || asked.equals(BOTH);
  }

  private static String asked(Parameters parameters) {
    return String.valueOf(parameters.value(PARAMETER, ID.label));
  }
}
