package io.github.govbrkeycloak.keycloak.http;

/** Why a call to gov.br brought no answer. */
public enum CallFailure {
  /** No connection, or it broke. */
  UNREACHABLE,
  /** No complete answer before the deadline. */
  TIMEOUT,
  /** The answer was larger than any honest one. */
  TOO_LARGE,
  /** Too many calls to gov.br are already waiting. */
  BUSY
}
