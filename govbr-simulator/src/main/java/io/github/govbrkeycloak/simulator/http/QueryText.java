package io.github.govbrkeycloak.simulator.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text inside a query, as gov.br writes it: a blank is {@code %20}, not {@code +}. */
public final class QueryText {

  private QueryText() {}

  /** Percent-encodes everything that is not plain. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
