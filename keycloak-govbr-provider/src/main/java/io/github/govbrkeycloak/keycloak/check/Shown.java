package io.github.govbrkeycloak.keycloak.check;

import java.util.regex.Pattern;

/** What another server or an application's configuration says, as far as it is fit to be shown. */
final class Shown {

  private static final Pattern FIT = Pattern.compile("[\\p{Graph} ]{1,200}");
  private static final String UNFIT = "?";

  private Shown() {}

  /** The text, if it is short and printable. */
  static String of(String text) {
    return FIT.matcher(text).matches() ? text : UNFIT;
  }
}
