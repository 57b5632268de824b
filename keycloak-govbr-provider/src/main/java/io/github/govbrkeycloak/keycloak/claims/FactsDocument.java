package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that is known of a login under the names of the claims contract, for whoever looks facts up
 * by name. What tokens have inside {@code govbr} is at the top too.
 */
public final class FactsDocument {

  private FactsDocument() {}

  /** The known facts in the form of the claims contract, as a token with all of them has them. */
  public static Map<String, Object> asInTokens(SessionFacts facts) {
    GovBrClaims claims = new GovBrClaims(facts);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("acr", claims.acr());
    document.putAll(claims.custom());
    claims.standard().forEach((name, value) -> value.ifPresent(known -> document.put(name, known)));
    return document;
  }

  /** The known facts: texts, booleans, lists and objects. */
  public static Map<String, Object> of(SessionFacts facts) {
    GovBrClaims claims = new GovBrClaims(facts);
    Map<String, Object> document = new LinkedHashMap<>(claims.custom());
    claims.standard().forEach((name, value) -> value.ifPresent(known -> document.put(name, known)));
    document.putAll(claims.govbr());
    return document;
  }
}
