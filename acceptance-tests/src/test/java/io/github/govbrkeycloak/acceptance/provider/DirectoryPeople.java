package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.directory.OpenLdap.Person;
import io.github.govbrkeycloak.model.Cpf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A thousand people of a directory, who have their CPF written in the ways of real ones. */
final class DirectoryPeople {

  /** Attribute of the directory where most have it; the realm calls it {@code cpf}. */
  static final String USUAL = "employeeNumber";

  /** Where some have it; the realm calls it {@code numeroFiscal}. */
  static final String OTHER = "departmentNumber";

  private static final int PEOPLE = 1000;
  private static final int LEADING_ZEROS = 1_000_000;
  private static final int NO_LEADING_ZERO = 300_000_000;

  private final Map<String, Person> people = new LinkedHashMap<>();

  /** How a CPF is written. */
  enum Form {
    DIGITS,
    PUNCTUATED,
    SHORTENED,
    ELSEWHERE
  }

  /**
   * The people.
   *
   * @param email of somebody whose CPF is not that of gov.br's person with this e-mail
   */
  static List<Person> with(String email) {
    DirectoryPeople all = new DirectoryPeople();
    all.add("dois-a", USUAL, cpf(900).digits());
    all.add("dois-b", USUAL, cpf(900).formatted());
    all.people.put("mesmo-email", new Person("mesmo-email", email, List.of()));
    all.people.put("sem-cpf", new Person("sem-cpf", "sem-cpf@orgao.example", List.of()));
    for (int number = 0; all.people.size() < PEOPLE; number++) {
      all.add(number);
    }
    return new ArrayList<>(all.people.values());
  }

  private void add(int number) {
    Cpf cpf = cpf(number);
    switch (form(number)) {
      case DIGITS -> add(uid(number), USUAL, cpf.digits());
      case PUNCTUATED -> add(uid(number), USUAL, cpf.formatted());
      case SHORTENED -> add(uid(number), USUAL, cpf.digits().replaceFirst("^0+", ""));
      case ELSEWHERE -> add(uid(number), OTHER, cpf.digits());
    }
  }

  private void add(String uid, String attribute, String value) {
    people.put(uid, new Person(uid, uid + "@orgao.example", List.of(attribute + ": " + value)));
  }

  static String uid(int number) {
    return "servidor-" + number;
  }

  static Form form(int number) {
    return Form.values()[number % Form.values().length];
  }

  /** The first number from another on whose person has the CPF in a form. */
  static int numberFrom(int first, Form form) {
    return IntStream.iterate(first, number -> number + 1)
        .filter(number -> form(number) == form)
        .findFirst()
        .orElseThrow();
  }

  /** The CPF of the person of a number; those who lost zeros had some. */
  static Cpf cpf(int number) {
    int base = form(number) == Form.SHORTENED ? LEADING_ZEROS : NO_LEADING_ZERO;
    String digits = "%09d".formatted(base + number * 37);
    return IntStream.range(0, 100)
        .mapToObj(check -> Cpf.parse(digits + "%02d".formatted(check)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
