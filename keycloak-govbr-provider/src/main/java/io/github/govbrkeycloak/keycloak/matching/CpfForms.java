package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.model.Cpf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ways in which a directory may have written a CPF.
 *
 * @param punctuated also {@code 000.000.000-00}
 * @param shortened also without the zeros at the beginning, as a column of numbers keeps it
 */
record CpfForms(boolean punctuated, boolean shortened) {

  private static final int LENGTH = 11;

  /** More zeros than these are lost by no CPF that anybody has. */
  private static final Pattern SHORTENED = Pattern.compile("[1-9][0-9]{6,9}");

  /** What to search for, each form once. */
  List<String> of(Cpf cpf) {
    List<String> forms = new ArrayList<>(List.of(cpf.digits()));
    if (punctuated) {
      forms.add(cpf.formatted());
    }
    String number = cpf.digits().replaceFirst("^0+", "");
    if (shortened && SHORTENED.matcher(number).matches()) {
      forms.add(number);
    }
    return forms;
  }

  /** The CPF that a directory means; empty when it is none in any of these forms. */
  Optional<Cpf> read(String written) {
    if (written == null) {
      return Optional.empty();
    }
    String stripped = written.strip();
    return shortened && SHORTENED.matcher(stripped).matches()
        ? Cpf.parse("0".repeat(LENGTH - stripped.length()) + stripped)
        : Cpf.parse(stripped);
  }
}
