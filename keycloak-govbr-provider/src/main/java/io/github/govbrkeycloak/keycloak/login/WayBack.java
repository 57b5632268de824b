package io.github.govbrkeycloak.keycloak.login;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * gov.br's answer to an authorization request, as the browser brought it (RFC 6749, section 4.1.2).
 *
 * @param state which login of this browser it answers
 * @param code what the tokens are fetched with
 * @param error why there is no code
 * @param description the error in words
 * @param issuer who answers, where the issuer says so (RFC 9207; gov.br does not)
 */
public record WayBack(
    Optional<String> state,
    Optional<String> code,
    Optional<String> error,
    Optional<String> description,
    Optional<String> issuer) {

  private static final String STATE = "state";
  private static final String CODE = "code";
  private static final String ERROR = "error";
  private static final String DESCRIPTION = "error_description";
  private static final String ISSUER = "iss";

  /** Reads a query; empty when a parameter comes twice: nobody knows which one would count. */
  public static Optional<WayBack> of(MultivaluedMap<String, String> query) {
    boolean isAmbiguous =
        List.of(STATE, CODE, ERROR, DESCRIPTION, ISSUER).stream()
            .map(query::get)
            .anyMatch(values -> values != null && values.size() > 1);
    return isAmbiguous
        ? Optional.empty()
        : Optional.of(
            new WayBack(
                one(query, STATE),
                one(query, CODE),
                one(query, ERROR),
                one(query, DESCRIPTION),
                one(query, ISSUER)));
  }

  private static Optional<String> one(MultivaluedMap<String, String> query, String name) {
    return Optional.ofNullable(query.getFirst(name)).filter(value -> !value.isBlank());
  }

  /** The code and the state are secrets: nothing of them is printed. */
  @Override
  public String toString() {
    return "WayBack";
  }
}
