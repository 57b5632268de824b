package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Outcome;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.keycloak.identity.Participation;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.requirements.CompanyNeed;
import io.github.govbrkeycloak.keycloak.session.CompanyChoice;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.LinkedProvider;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepProvider;
import io.github.govbrkeycloak.keycloak.steps.StepRefusal;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.model.Cnpj;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;

/** One request of a person who is to choose a company. */
final class CompanyVisit {

  private final RequiredActionContext context;
  private final CompanyStep step;
  private final CompanyRegister register;
  private final CompanyLogin login;
  private final Optional<SessionFacts> facts;
  private final Optional<GovBrConfig> config;
  private final CompanyPage page;

  CompanyVisit(RequiredActionContext context, CompanyStep step, CompanyRegister register) {
    this.context = context;
    this.step = step;
    this.register = register;
    login = new CompanyLogin(context.getSession(), context.getAuthenticationSession());
    facts = login.facts();
    config =
        facts.isPresent()
            ? StepProvider.config(context.getSession(), facts.get().alias())
            : LinkedProvider.of(
                context.getSession(), context.getRealm(), context.getUser(), Optional.empty());
    page = new CompanyPage(context, login);
  }

  /** The person arrives. */
  void begin() {
    if (again().isBackNow()) {
      funnel(StepStage.RETURNED);
    }
    access().ifPresent(this::begin);
  }

  /** What gov.br is asked with; without it, the person is on the way to it or told why not. */
  private Optional<CompanyAccess> access() {
    if (config.isEmpty()) {
      fail(Reason.STEP_NEEDS_GOVBR);
      return Optional.empty();
    }
    if (!step.isPrepared(context.getSession(), config.get())) {
      fail(Reason.STEP_NOT_PREPARED);
      return Optional.empty();
    }
    Optional<CompanyAccess> access = login.access(config.get());
    if (access.isEmpty()) {
      lead();
    }
    return access;
  }

  /** To gov.br for a token: at once for whoever came from there, but never in a loop. */
  private void lead() {
    if (facts.isPresent() && !again().wasTried()) {
      leave();
    } else {
      asking().signIn();
    }
  }

  private void leave() {
    funnel(StepStage.ASKED);
    funnel(StepStage.LEFT);
    context.challenge(again().at(config.orElseThrow().getAlias()));
  }

  private NewLogin again() {
    return new NewLogin(context.getSession(), context.getAuthenticationSession());
  }

  private void begin(CompanyAccess access) {
    companies(access).ifPresent(companies -> begin(access, companies));
  }

  private void begin(CompanyAccess access, Companies companies) {
    Optional<LinkedCompany> before =
        login.before().filter(CompanyChoice::isCompany).flatMap(choice -> in(companies, choice));
    if (!login.isAskedFor() && before.isPresent()) {
      choose(access, before.get());
    } else if (!login.isAskedFor() && login.need() == CompanyNeed.NONE) {
      // What was chosen before holds no longer, and nobody wants another one.
      end(CompanyChoice.none(access.config().getAlias()));
    } else if (companies.all().isEmpty()) {
      asking().none();
    } else if (companies.all().size() == 1
        && login.need() != CompanyNeed.OPTIONAL
        && before.isEmpty()) {
      choose(access, companies.all().get(0));
    } else {
      asking().list(companies, CompanyForm.NOTHING, before);
    }
  }

  /** The page, on which the person is asked. */
  private CompanyPage asking() {
    funnel(StepStage.ASKED);
    return page;
  }

  private Optional<LinkedCompany> in(Companies companies, CompanyChoice choice) {
    return Cnpj.parse(choice.cnpj()).flatMap(companies::find);
  }

  /** The person's companies; without them, the person is told why not. */
  private Optional<Companies> companies(CompanyAccess access) {
    Result<Companies> told = register.companies(access);
    if (told.outcome() == Outcome.REFUSED) {
      // Only the token can be wrong: it has expired early.
      lead();
    } else if (told.value().isEmpty()) {
      fail(Reason.COMPANIES_UNREACHABLE);
    }
    return told.value();
  }

  /** The person sent something. */
  void answer(CompanyForm form) {
    switch (form.action()) {
      case SIGN_IN -> {
        if (config.isEmpty()) {
          fail(Reason.STEP_NEEDS_GOVBR);
        } else {
          leave();
        }
      }
      case GIVE_UP -> giveUp();
      case WITHOUT -> goOnWithout();
      case AGAIN ->
          access()
              .ifPresent(
                  access -> {
                    register.forget(access);
                    begin(access);
                  });
      case CHOOSE -> access().ifPresent(access -> choose(access, form));
      case SHOW ->
          access()
              .flatMap(this::companies)
              .ifPresent(companies -> page.list(companies, form, Optional.empty()));
    }
  }

  private void choose(CompanyAccess access, CompanyForm form) {
    companies(access)
        .ifPresent(
            companies ->
                form.cnpj()
                    .flatMap(companies::find)
                    .ifPresentOrElse(
                        company -> choose(access, company), () -> refuse(companies, form)));
  }

  private void refuse(Companies companies, CompanyForm form) {
    tell(Reason.COMPANY_NOT_LINKED);
    page.refused(Reason.COMPANY_NOT_LINKED, companies, form);
  }

  private void choose(CompanyAccess access, LinkedCompany company) {
    Optional<String> role =
        register.participation(access, company.cnpj()).value().flatMap(Participation::role);
    new LastCompany(context.getSession(), context.getAuthenticationSession())
        .remember(company.cnpj());
    decide(
        CompanyChoice.of(access.config().getAlias(), company.cnpj().value(), company.name(), role));
  }

  private void goOnWithout() {
    if (login.isDispensable()) {
      funnel(StepStage.GAVE_UP);
      end(CompanyChoice.none(facts.orElseThrow().alias()));
    } else {
      access().ifPresent(this::begin);
    }
  }

  /** Back to the application, which hears that the person did not get in. */
  private void giveUp() {
    funnel(StepStage.GAVE_UP);
    login.giveTokenBack();
    context.getEvent().detail(Details.REASON, Reason.COMPANY_MISSING.code());
    context.failure();
  }

  private void decide(CompanyChoice choice) {
    funnel(StepStage.REACHED);
    end(choice);
  }

  private void end(CompanyChoice choice) {
    login.decide(choice);
    context.success();
  }

  private void fail(Reason reason) {
    tell(reason);
    asking().failed(reason, reason == Reason.COMPANIES_UNREACHABLE);
  }

  private void tell(Reason reason) {
    new StepRefusal(CompanyStep.ID, config.map(GovBrConfig::getAlias).orElse("-"))
        .tell(reason, context.getEvent(), Optional.of(context.getAuthenticationSession()));
  }

  private void funnel(StepStage stage) {
    config.ifPresent(
        provider ->
            new StepFunnel(
                    context.getSession(), context.getRealm(), CompanyStep.ID, provider.getAlias())
                .record(stage, context.getAuthenticationSession()));
  }
}
