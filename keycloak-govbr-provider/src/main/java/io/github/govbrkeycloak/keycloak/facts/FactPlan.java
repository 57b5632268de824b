package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.identity.IdentityReader;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which calls one login makes after the token endpoint's: only for what is needed, not in the ID
 * token, and allowed by the scopes.
 *
 * @param calls the APIs to ask
 * @param withoutScope facts that are needed and cannot be asked for, because their scope is not
 *     among those that the login asked for
 */
public record FactPlan(Set<Api> calls, Set<Fact> withoutScope) {

  private static final String CERTIFICATE_FAMILY = "x509";

  /**
   * Plans.
   *
   * @param idToken the verified ID token
   * @param needed the facts that something needs
   * @param scopes the scopes that the login asked for
   * @param userInfo whether userinfo is to be asked
   */
  public static FactPlan of(
      Claims idToken, Set<Fact> needed, Set<String> scopes, boolean userInfo) {
    EnumSet<Api> calls = EnumSet.noneOf(Api.class);
    EnumSet<Fact> withoutScope = EnumSet.noneOf(Fact.class);
    if (userInfo) {
      calls.add(Api.USERINFO);
    }
    if (!IdentityReader.statesReliability(idToken) && scopes.contains(Fact.CONFIABILIDADES)) {
      calls.add(Api.NIVEIS);
      calls.add(Api.CONFIABILIDADES);
    }
    for (Fact fact : needed) {
      if (!isThereFor(fact, idToken)) {
        continue;
      }
      if (scopes.contains(fact.scope())) {
        calls.add(api(fact));
      } else {
        withoutScope.add(fact);
      }
    }
    return new FactPlan(
        Collections.unmodifiableSet(calls), Collections.unmodifiableSet(withoutScope));
  }

  /** The ID token tells whether a certificate was used, and whether a company's: no need to ask. */
  private static boolean isThereFor(Fact fact, Claims idToken) {
    return switch (fact) {
      case CATEGORIAS, EMPRESAS -> true;
      case ATUACAO -> IdentityReader.company(idToken).isPresent();
      case CERTIFICADO -> {
        List<String> factors = idToken.list("amr");
        yield factors.isEmpty()
            || factors.stream().anyMatch(factor -> factor.startsWith(CERTIFICATE_FAMILY));
      }
    };
  }

  private static Api api(Fact fact) {
    return switch (fact) {
      case CATEGORIAS -> Api.CATEGORIAS;
      case CERTIFICADO -> Api.CERTIFICADO;
      case ATUACAO -> Api.PARTICIPANTES;
      case EMPRESAS -> Api.EMPRESAS;
    };
  }
}
