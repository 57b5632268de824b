package io.github.govbrkeycloak.simulator.tls;

/** Says in one Portuguese sentence why https cannot be served. */
public final class TlsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TlsException(String sentence) {
    super(sentence);
  }
}
