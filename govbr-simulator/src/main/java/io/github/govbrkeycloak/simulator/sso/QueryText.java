package io.github.govbrkeycloak.simulator.sso;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside a query, as gov.br writes it: a blank is {@code %20}, not {@code +}. */
final class QueryText {

  private QueryText() {}

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
