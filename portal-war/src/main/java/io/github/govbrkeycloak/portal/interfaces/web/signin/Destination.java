package io.github.govbrkeycloak.portal.interfaces.web.signin;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a person goes after signing in: a page of this portal and nothing else. Everybody can write
 * an address with a {@code destino} and send it to a victim, so that only a narrow grammar passes:
 * no host, no scheme, no backslash, no dot segment, and no escape in the path (an escape is what a
 * second decoding turns into one of those).
 *
 * @param path path within the application, with its query
 */
record Destination(String path) {

  /** Where nobody said otherwise. */
  static final Destination DEFAULT = new Destination("/conta");

  private static final int LONGEST = 500;
  private static final String SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
  private static final String QUERY = "(?:[A-Za-z0-9=&._~-]|%[2-9A-F][0-9A-F])*+";

  private static final Pattern LOCAL =
      Pattern.compile("(/|(?:/" + SEGMENT + ")++)(?:\\?" + QUERY + ")?");

  /** Going there after signing in would start again, or undo it. */
  private static final Set<String> NO_PLACE_TO_ARRIVE =
      Set.of("/entrar", "/entrada", "/sair", "/saiu");

  /**
   * @param requested value of the parameter; the default page when absent or blank
   * @return empty when the value is not a page of this portal
   */
  static Optional<Destination> of(String requested) {
    if (requested == null || requested.isBlank()) {
      return Optional.of(DEFAULT);
    }
    if (requested.length() > LONGEST) {
      return Optional.empty();
    }
    var matcher = LOCAL.matcher(requested);
    return matcher.matches() && !NO_PLACE_TO_ARRIVE.contains(matcher.group(1))
        ? Optional.of(new Destination(requested))
        : Optional.empty();
  }
}
