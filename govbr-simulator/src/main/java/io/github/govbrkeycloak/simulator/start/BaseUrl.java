package io.github.govbrkeycloak.simulator.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Reads the address at which others reach the simulator. */
final class BaseUrl {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

  private BaseUrl() {}

  /** The address without slashes at its end. */
  static String parse(Said said) {
    String address = said.value().replaceAll("/+$", "");
    try {
      URI uri = new URI(address);
      if (isWeb(uri) && hasNothingElse(uri) && PATH.matcher(uri.getRawPath()).matches()) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw complaint(said);
    }
    throw complaint(said);
  }

  private static boolean isWeb(URI uri) {
    return uri.getHost() != null
        && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
  }

  private static boolean hasNothingElse(URI uri) {
    return uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static UsageException complaint(Said said) {
    return said.mustBe("um endereço como http://localhost:8280 ou https://exemplo.org/gov");
  }
}
