package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.HttpBrowser.Page;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.model.Cpf;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person answers on gov.br's pages, one after the other. */
final class PersonAtGovBr {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String INVENTED_PASSWORD = "Senha-inventada-1";
  private static final String OWN_NAME = "own";
  private static final int MOST_PAGES = 10;

  private final RunningSystem system;
  private String capacity = OWN_NAME;
  private String way;
  private Cpf owner;

  PersonAtGovBr(RunningSystem system) {
    this.system = system;
  }

  /** Acts for somebody else from now on. */
  void actFor(String persona) {
    capacity = system.govBr().persona(persona).cpf();
  }

  /** Acts in the own name again. */
  void actForNobody() {
    capacity = OWN_NAME;
  }

  /** Comes by another way than the person's own, such as {@code x509_neoid}. */
  void come(String by) {
    way = by;
  }

  /** Is the person of a CPF, whom gov.br invents. */
  void be(Cpf cpf) {
    owner = cpf;
  }

  /** Answers page after page, as long as they are gov.br's. */
  Page pass(HttpBrowser browser, Page opened, String persona, String stop) {
    Page page = opened;
    for (int pages = 0; page.url().startsWith(system.simulatorUrl()); pages++) {
      if (pages == MOST_PAGES) {
        throw new IllegalStateException("gov.br shows page after page");
      }
      page = browser.submit(page.url(), answer(page, persona), stop);
    }
    return page;
  }

  private Map<String, String> answer(Page page, String persona) {
    Matcher csrf = CSRF.matcher(page.body());
    if (!csrf.find()) {
      throw new IllegalStateException("gov.br shows a page without a form");
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("_csrf", csrf.group(1));
    if (page.body().contains("name=\"way\"") && way != null) {
      form.put("way", way);
    } else if (page.body().contains("name=\"password\"")) {
      form.put("operation", "enter-password");
      form.put("password", INVENTED_PASSWORD);
    } else if (page.body().contains("name=\"accountId\"") && owner != null) {
      form.put("operation", "enter-account-id");
      form.put("accountId", owner.digits());
    } else if (page.body().contains("name=\"persona\"") && way != null) {
      form.put("operation", "enter-account-id");
      form.put("accountId", system.govBr().persona(persona).cpf());
    } else if (page.body().contains("name=\"persona\"")) {
      form.put("persona", system.govBr().persona(persona).cpf());
    } else if (page.body().contains("name=\"capacity\"")) {
      form.put("capacity", capacity);
    } else {
      form.put("operation", "authorize");
    }
    return form;
  }
}
