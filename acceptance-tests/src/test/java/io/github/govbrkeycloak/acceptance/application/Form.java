package io.github.govbrkeycloak.acceptance.application;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as they travel in a query or in a posted form. */
final class Form {

  static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  private Form() {}

  static String of(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static Map<String, String> read(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (form == null || form.isEmpty()) {
      return fields;
    }
    for (String field : form.split("&", -1)) {
      String[] nameAndValue = field.split("=", 2);
      fields.put(decode(nameAndValue[0]), nameAndValue.length < 2 ? "" : decode(nameAndValue[1]));
    }
    return fields;
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
