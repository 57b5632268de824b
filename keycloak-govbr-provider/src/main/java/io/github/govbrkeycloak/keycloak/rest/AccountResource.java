package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.claims.FactsDocument;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;

/**
 * What gov.br told of the person at the login, as in the tokens, for applications whose tokens do
 * not have it. Needs nothing of gov.br.
 */
public final class AccountResource {

  private final FacadeRequest request;

  AccountResource(FacadeRequest request) {
    this.request = request;
  }

  /** The claims of the claims contract, of which only what is known appears. */
  @GET
  public Response account() {
    return request.answer(
        FacadePart.ACCOUNT, person -> PersonalJson.of(FactsDocument.asInTokens(person.facts())));
  }
}
