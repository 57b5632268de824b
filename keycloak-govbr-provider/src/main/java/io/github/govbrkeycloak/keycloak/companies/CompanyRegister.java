package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.facts.CallsOfPerson;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Participation;
import io.github.govbrkeycloak.model.Cnpj;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** gov.br's register of companies, for somebody who is signed in. */
public final class CompanyRegister {

  private final KeycloakSession session;
  private final GovBrCalls calls;

  public CompanyRegister(KeycloakSession session, GovBrCalls calls) {
    this.session = session;
    this.calls = calls;
  }

  /**
   * The person's companies, from a moment ago if they were asked for then.
   *
   * @return with a value exactly when gov.br told them; "not found" is told as none
   */
  public Result<Companies> companies(CompanyAccess access) {
    CompanyListStore store = new CompanyListStore(session);
    Optional<Companies> kept = store.of(access.accessToken());
    if (kept.isPresent()) {
      return Result.of(kept.get(), 200);
    }
    // Nothing goes on without the list.
    Result<List<LinkedCompany>> told = ofPerson(access).askPatiently(access.api().companies());
    List<LinkedCompany> listed =
        told.outcome() == Outcome.NOT_FOUND ? List.of() : told.value().orElse(null);
    if (listed == null) {
      return told.without();
    }
    Companies companies = Companies.of(listed);
    store.keep(access.accessToken(), companies.all());
    return Result.of(companies, 200);
  }

  /** The person's part in a company. */
  public Result<Participation> participation(CompanyAccess access, Cnpj company) {
    return ofPerson(access).ask(access.api().participation(company));
  }

  /** Asks gov.br at the next look, whatever was told a moment ago. */
  public void forget(CompanyAccess access) {
    new CompanyListStore(session).forget(access.accessToken());
  }

  private CallsOfPerson ofPerson(CompanyAccess access) {
    return new CallsOfPerson(session, calls, access.config());
  }
}
