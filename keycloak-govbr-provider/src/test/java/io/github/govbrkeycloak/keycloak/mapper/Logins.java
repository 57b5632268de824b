package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;

/** Logins to try mappers with. */
final class Logins {

  static final SessionFacts OURO =
      facts(
          """
          {"version": 1, "alias": "govbr", "cpf": "52998224725", "name": "Fulana de Tal",
           "email": {"value": "f@x.br", "verified": true},
           "nivel": "ouro",
           "selos": [
             {"id": "801", "updatedAt": "2025-08-19T16:41:24-03:00"},
             {"id": "602"},
             {"id": "999"}],
           "amr": ["mfa", "otp", "bank104"],
           "company": {"cnpj": "12ABC34501DE35", "name": "EMPRESA LTDA"},
           "authenticatedAt": "2026-11-22T12:00:00Z"}
          """);

  static final SessionFacts NOTHING_BUT_THE_CPF =
      facts(
          """
          {"version": 1, "alias": "govbr", "cpf": "52998224725",
           "authenticatedAt": "2026-11-22T12:00:00Z"}
          """);

  private Logins() {}

  static SessionFacts facts(String json) {
    return SessionFacts.fromNote(json).orElseThrow();
  }

  /** A login under way that brought these facts. */
  static BrokeredIdentityContext with(SessionFacts facts) {
    IdentityProviderModel provider = new IdentityProviderModel();
    provider.setAlias("govbr");
    provider.setEnabled(true);
    provider.setTrustEmail(true);
    BrokeredIdentityContext login = new BrokeredIdentityContext("52998224725", provider);
    login.getContextData().put(SessionFacts.NOTE, facts.toNote());
    return login;
  }
}
