package io.github.govbrkeycloak.simulator.start;

/**
 * What was said about an option.
 *
 * @param value the value, not blank
 * @param where where it was said, as a person would look for it
 */
record Said(String value, String where) {

  /** What is wrong with it: the value itself may be a secret and is not shown. */
  UsageException mustBe(String expected) {
    return new UsageException(where + " deve ser " + expected + ".");
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return where;
  }
}
