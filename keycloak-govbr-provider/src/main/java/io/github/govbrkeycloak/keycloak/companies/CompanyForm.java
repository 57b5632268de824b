package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.model.Cnpj;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a person sent from the page of companies. Everything in it may be forged.
 *
 * @param action the button
 * @param search what was looked for
 * @param page which page of the list, from 1
 * @param cnpj the company chosen
 */
record CompanyForm(Action action, String search, int page, Optional<Cnpj> cnpj) {

  /** The form of a page that nobody has sent yet. */
  static final CompanyForm NOTHING = new CompanyForm(Action.SHOW, "", 1, Optional.empty());

  private static final int LONGEST_SEARCH = 100;

  /** The buttons. */
  enum Action {
    /** Shows some of the list: a search, or another page. */
    SHOW("mostrar"),
    /** Takes the company. */
    CHOOSE("escolher"),
    /** Asks gov.br again. */
    AGAIN("de-novo"),
    /** Goes on without a company. */
    WITHOUT("sem-empresa"),
    /** Goes to gov.br. */
    SIGN_IN("entrar"),
    /** Goes back to the application. */
    GIVE_UP("desistir");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    private static Action of(String word) {
      return Arrays.stream(values())
          .filter(action -> action.word.equals(word))
          .findFirst()
          .orElse(SHOW);
    }
  }

  static CompanyForm of(MultivaluedMap<String, String> form) {
    String search = Optional.ofNullable(form.getFirst("busca")).orElse("").strip();
    return new CompanyForm(
        Action.of(form.getFirst("acao")),
        search.substring(0, Math.min(LONGEST_SEARCH, search.length())),
        page(form.getFirst("pagina")),
        Cnpj.parse(form.getFirst("cnpj")));
  }

  private static int page(String written) {
    return written != null && written.matches("[0-9]{1,6}") ? Integer.parseInt(written) : 1;
  }
}
