package io.github.govbrkeycloak.simulator;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the query of an address. */
final class QueryParameters {

  private QueryParameters() {}

  static Map<String, String> of(URI address) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String query = address.getRawQuery() == null ? "" : address.getRawQuery();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
