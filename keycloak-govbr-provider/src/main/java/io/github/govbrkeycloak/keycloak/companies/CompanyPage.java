package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.requirements.CompanyNeed;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** What a person sees who is to choose a company. Works without script, however many there are. */
final class CompanyPage {

  private static final String TEMPLATE = "govbr-empresa.ftl";
  private static final int PAGE_SIZE = 20;

  /** So few need no search. */
  private static final int AT_A_GLANCE = 10;

  private final RequiredActionContext context;
  private final CompanyLogin login;

  CompanyPage(RequiredActionContext context, CompanyLogin login) {
    this.context = context;
    this.login = login;
  }

  /** The list, or what was looked for in it. */
  void list(Companies companies, CompanyForm form, Optional<LinkedCompany> chosen) {
    show(list(form("lista"), companies, form, chosen), Response.Status.OK);
  }

  /** The list again, because what came was none of it. */
  void refused(Reason reason, Companies companies, CompanyForm form) {
    show(
        because(list(form("lista"), companies, form, Optional.empty()), reason),
        Response.Status.fromStatusCode(reason.httpStatus()));
  }

  /** The person is linked to none. */
  void none() {
    show(form("nenhuma"), Response.Status.OK);
  }

  /** The person has to sign in at gov.br first. */
  void signIn() {
    show(form("entrar"), Response.Status.OK);
  }

  /**
   * The companies are not known.
   *
   * @param mayTryAgain whether that may help
   */
  void failed(Reason reason, boolean mayTryAgain) {
    show(
        because(form("falha"), reason).setAttribute("podeTentar", mayTryAgain),
        Response.Status.fromStatusCode(reason.httpStatus()));
  }

  private LoginFormsProvider form(String state) {
    return context
        .form()
        .setAttribute("estado", state)
        .setAttribute("obrigatoria", login.need() == CompanyNeed.REQUIRED)
        .setAttribute("dispensavel", login.isDispensable());
  }

  private static LoginFormsProvider because(LoginFormsProvider form, Reason reason) {
    return form.setAttribute("motivo", reason.messageKey()).setAttribute("codigo", reason.code());
  }

  private LoginFormsProvider list(
      LoginFormsProvider form,
      Companies companies,
      CompanyForm asked,
      Optional<LinkedCompany> chosen) {
    Companies.Page page = companies.matching(asked.search()).page(asked.page(), PAGE_SIZE);
    Optional<LinkedCompany> last =
        new LastCompany(context.getSession(), context.getAuthenticationSession()).in(companies);
    boolean isFirst = asked.search().isEmpty() && page.number() == 1;
    List<LinkedCompany> shown = new ArrayList<>(page.items());
    if (isFirst) {
      last.ifPresent(company -> toFront(shown, company));
      chosen.ifPresent(company -> toFront(shown, company));
    }
    LinkedCompany marked = isFirst ? chosen.or(() -> last).orElse(null) : null;
    int from = (page.number() - 1) * PAGE_SIZE;
    return form.setAttribute(
            "empresas",
            shown.stream()
                .map(
                    company ->
                        row(
                            company,
                            company.equals(marked),
                            last.filter(company::equals).isPresent()))
                .toList())
        .setAttribute("busca", asked.search())
        .setAttribute("comBusca", companies.all().size() > AT_A_GLANCE)
        .setAttribute("pagina", page.number())
        .setAttribute("paginas", page.pages())
        .setAttribute("total", page.total())
        .setAttribute("primeira", from + 1)
        .setAttribute("ultima", from + page.items().size());
  }

  private static void toFront(List<LinkedCompany> shown, LinkedCompany company) {
    shown.remove(company);
    shown.add(0, company);
  }

  private static Map<String, Object> row(LinkedCompany company, boolean marked, boolean last) {
    return Map.of(
        "cnpj", company.cnpj().value(),
        "escrito", company.cnpj().formatted(),
        "nome", company.name().orElse(""),
        "marcada", marked,
        "anterior", last);
  }

  private void show(LoginFormsProvider form, Response.Status status) {
    context.challenge(form.setStatus(status).createForm(TEMPLATE));
  }
}
