package io.github.govbrkeycloak.keycloak.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** An answer about a person: nothing on its way may keep it. */
final class PersonalJson {

  /** For whatever is told about a person. */
  static final String KEPT_BY_NOBODY = "private, no-store";

  private PersonalJson() {}

  /** A moment as JSON has it (RFC 3339), with its seconds even when they are none. */
  static String moment(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }

  /** An answer with these members. */
  static Response of(Map<String, Object> members) {
    return with(Response.Status.OK, members);
  }

  /** An answer with these members of something that was made. */
  static Response created(Map<String, Object> members) {
    return with(Response.Status.CREATED, members);
  }

  private static Response with(Response.Status status, Map<String, Object> members) {
    return Response.status(status)
        .entity(members)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
