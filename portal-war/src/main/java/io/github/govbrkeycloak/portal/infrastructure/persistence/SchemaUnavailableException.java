package io.github.govbrkeycloak.portal.infrastructure.persistence;

/** The database's tables could not be brought up to date. */
public class SchemaUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaUnavailableException(Throwable cause) {
    super(cause.getClass().getName(), cause);
  }
}
