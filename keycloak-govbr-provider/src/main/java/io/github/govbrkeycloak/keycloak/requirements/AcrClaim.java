package io.github.govbrkeycloak.keycloak.requirements;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.util.JsonSerialization;

/**
 * What the {@code claims} parameter of an authorization request says of {@code acr} (OpenID Connect
 * Core, section 5.5). The browser carries it: it may be anything.
 *
 * @param isReadable whether it can be understood at all
 * @param isEssential whether the application can do nothing with another {@code acr}
 * @param words the values asked for
 */
record AcrClaim(boolean isReadable, boolean isEssential, List<String> words) {

  private static final AcrClaim ABSENT = new AcrClaim(true, false, List.of());
  private static final AcrClaim UNREADABLE = new AcrClaim(false, true, List.of());

  AcrClaim {
    words = List.copyOf(words);
  }

  /** Reads the parameter; {@code null} or blank asks for nothing. */
  static AcrClaim of(String claims) {
    if (claims == null || claims.isBlank()) {
      return ABSENT;
    }
    try {
      return of(JsonSerialization.mapper.readTree(claims));
    } catch (JsonProcessingException unreadable) {
      return UNREADABLE;
    }
  }

  private static AcrClaim of(JsonNode claims) {
    JsonNode acr = claims.path("id_token").path("acr");
    if (!claims.isObject() || !(acr.isObject() || acr.isNull() || acr.isMissingNode())) {
      return UNREADABLE;
    }
    List<String> words = new ArrayList<>();
    JsonNode values = acr.path("values");
    values.forEach(value -> words.add(value.asText()));
    if (!acr.path("value").isMissingNode()) {
      words.add(acr.path("value").asText());
    }
    return values.isArray() || values.isMissingNode()
        ? new AcrClaim(true, acr.path("essential").asBoolean(false), words)
        : UNREADABLE;
  }
}
