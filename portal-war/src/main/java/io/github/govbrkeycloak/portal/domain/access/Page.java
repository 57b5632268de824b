package io.github.govbrkeycloak.portal.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** A page that shows personal data, so that opening it is written down. */
public enum Page {
  MINHA_CONTA("conta", "Minha conta");

  private final String code;
  private final String title;

  Page(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** What the log keeps; never changes, since rows of the log are never rewritten. */
  public String code() {
    return code;
  }

  /** What a person reads. */
  public String title() {
    return title;
  }

  /** The page of a code; empty for a page that a former version had. */
  public static Optional<Page> ofCode(String code) {
    return Arrays.stream(values()).filter(page -> page.code.equals(code)).findFirst();
  }
}
