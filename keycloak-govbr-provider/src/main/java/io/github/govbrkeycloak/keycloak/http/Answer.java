package io.github.govbrkeycloak.keycloak.http;

/**
 * What gov.br answered, read whole. It may hold tokens: it has no useful {@code toString}.
 *
 * @param status HTTP status
 * @param body the body, empty when there was none
 */
public record Answer(int status, String body) {

  public Answer {
    body = body == null ? "" : body;
  }

  /** Whether the status is 200. */
  public boolean isOk() {
    return status == 200;
  }

  @Override
  public String toString() {
    return "Answer[status=" + status + "]";
  }
}
