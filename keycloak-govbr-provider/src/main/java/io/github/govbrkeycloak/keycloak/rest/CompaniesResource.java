package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.companies.Companies;
import io.github.govbrkeycloak.keycloak.companies.CompanyAccess;
import io.github.govbrkeycloak.keycloak.companies.CompanyRegister;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Participation;
import io.github.govbrkeycloak.model.Cnpj;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The companies that the person is linked to at gov.br, however many. */
public final class CompaniesResource {

  private static final String WARNING = "GOVBR-524 gov.br's companies gave no answer";

  private final FacadeRequest request;

  CompaniesResource(FacadeRequest request) {
    this.request = request;
  }

  /**
   * A page of them, by name.
   *
   * @param busca words of the name or a piece of the CNPJ; all when absent
   * @param pagina which page, from 1
   * @param tamanho how many to a page, at most 100
   */
  @GET
  public Response companies(
      @QueryParam("busca") String busca,
      @QueryParam("pagina") String pagina,
      @QueryParam("tamanho") String tamanho) {
    return request.answer(
        FacadePart.COMPANIES,
        person -> {
          PageRequest asked =
              PageRequest.of(busca, pagina, tamanho)
                  .orElseThrow(() -> new ProblemException(Problem.BAD_REQUEST));
          Companies companies =
              PersonAsked.told(
                  register(person).companies(access(person)), Problem.NO_ANSWER, WARNING);
          return PersonalJson.of(page(companies, asked));
        });
  }

  /**
   * What the person is in a company.
   *
   * @param cnpj the company, with or without punctuation
   */
  @GET
  @Path("{cnpj}")
  public Response company(@PathParam("cnpj") String cnpj) {
    return request.answer(
        FacadePart.COMPANIES,
        person -> {
          Cnpj company =
              Cnpj.parse(cnpj).orElseThrow(() -> new ProblemException(Problem.NO_COMPANY));
          Participation part =
              PersonAsked.told(
                  register(person).participation(access(person), company),
                  Problem.NO_COMPANY,
                  WARNING);
          return PersonalJson.of(part(company, part));
        });
  }

  private static CompanyRegister register(PersonAsked person) {
    return new CompanyRegister(person.session(), person.calls());
  }

  private static CompanyAccess access(PersonAsked person) {
    person.requireScope(Fact.EMPRESAS.scope());
    return CompanyAccess.of(person.session().singleUseObjects(), person.login(), person.config())
        .orElseThrow(() -> new ProblemException(Problem.SESSION_EXPIRED));
  }

  private static Map<String, Object> page(Companies companies, PageRequest asked) {
    Companies.Page page = companies.matching(asked.search()).page(asked.page(), asked.size());
    boolean isBeyond = page.number() != asked.page();
    return asked.answer(
        page.total(),
        isBeyond ? List.of() : page.items().stream().map(CompaniesResource::listed).toList());
  }

  private static Map<String, Object> listed(LinkedCompany company) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("cnpj", company.cnpj().value());
    company.name().ifPresent(name -> item.put("razao_social", name));
    return item;
  }

  private static Map<String, Object> part(Cnpj company, Participation told) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("cnpj", company.value());
    told.role().ifPresent(role -> answer.put("atuacao", role));
    told.registrar().ifPresent(registrar -> answer.put("cadastrador", registrar));
    told.since().ifPresent(since -> answer.put("criado_em", PersonalJson.moment(since)));
    told.until().ifPresent(until -> answer.put("expira_em", PersonalJson.moment(until)));
    return answer;
  }
}
