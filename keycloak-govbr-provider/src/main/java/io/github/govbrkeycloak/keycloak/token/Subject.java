package io.github.govbrkeycloak.keycloak.token;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;

/**
 * Who a token speaks of: at gov.br a CPF; elsewhere, where a setting says so, any text.
 *
 * @param id the one id of a person, however the subject was written
 * @param cpf the CPF, when it is one
 */
public record Subject(String id, Optional<Cpf> cpf) {

  private static final int MAX_TEXT = 255;

  /**
   * Reads a token's subject.
   *
   * @param isFree whether it may be something else than a CPF
   * @return empty when it is missing or not what it must be
   */
  public static Optional<Subject> of(Claims token, boolean isFree) {
    // What is not exactly a CPF, blanks around it included, might be taken for another person.
    return token
        .exactText("sub")
        .filter(text -> text.equals(text.strip()) && text.length() <= MAX_TEXT)
        .filter(text -> text.chars().noneMatch(Character::isISOControl))
        .map(text -> isFree ? new Subject(text, Optional.empty()) : of(text))
        .filter(subject -> isFree || subject.cpf().isPresent());
  }

  private static Subject of(String text) {
    Optional<Cpf> cpf = Cpf.parse(text);
    return new Subject(cpf.map(Cpf::digits).orElse(text), cpf);
  }

  /** Personal data: never printed. */
  @Override
  public String toString() {
    return "Subject";
  }
}
