package io.github.govbrkeycloak.keycloak;

/**
 * A full name in Keycloak's two fields. gov.br states one name and does not say where the family
 * name begins, nor do Brazilian names: the first word goes into the first field, all others into
 * the second, so that both together are the name again.
 *
 * @param first the first word
 * @param others the other words; empty when there is only one, so that an old one is overwritten
 */
record PersonName(String first, String others) {

  static PersonName of(String fullName) {
    String[] words = fullName.strip().split("\\s+", 2);
    return new PersonName(words[0], words.length > 1 ? words[1] : "");
  }
}
