package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.identity.ApiAnswers;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Participation;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Cpf;
import java.util.List;

/**
 * The requests of gov.br's API of companies, version 2 (roteiro, "Passo 11").
 *
 * @param address base address of the APIs
 * @param person whose companies
 * @param accessToken the person's token
 */
public record CompanyApi(String address, Cpf person, String accessToken) {

  private static final String COMPANIES = "/empresas/v2/empresas";

  /** All companies of the person: gov.br does not page them. */
  public Request<List<LinkedCompany>> companies() {
    return Request.json(
        Api.EMPRESAS,
        address,
        COMPANIES + "?filtrar-por-participante=" + person.digits(),
        accessToken,
        ApiAnswers::empresas);
  }

  /** The person's part in one company; "not found" when there is none. */
  public Request<Participation> participation(Cnpj company) {
    return Request.json(
        Api.PARTICIPANTES,
        address,
        COMPANIES + "/" + company.value() + "/participantes/" + person.digits(),
        accessToken,
        body -> ApiAnswers.participacao(body, person));
  }

  /** It holds a CPF and a token. */
  @Override
  public String toString() {
    return "CompanyApi";
  }
}
