package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.session.FactsOfSession;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserSessionModel;

/**
 * What is needed to ask for a person's companies.
 *
 * @param config the identity provider through which the person signed in
 * @param person whose companies
 * @param accessToken gov.br's token of that login
 */
public record CompanyAccess(GovBrConfig config, Cpf person, String accessToken) {

  /** With the token that a session keeps, while it is good. */
  public static Optional<CompanyAccess> of(
      SingleUseObjectProvider store, UserSessionModel session, GovBrConfig config) {
    Optional<Cpf> person = FactsOfSession.of(session).map(SessionFacts::cpf).flatMap(Cpf::parse);
    return KeptToken.of(store, session, config.getAlias())
        .flatMap(token -> person.map(cpf -> new CompanyAccess(config, cpf, token.value())));
  }

  CompanyApi api() {
    return new CompanyApi(config.apiUrl(), person, accessToken);
  }

  /** It holds a CPF and a token. */
  @Override
  public String toString() {
    return "CompanyAccess";
  }
}
