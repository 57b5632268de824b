package io.github.govbrkeycloak.keycloak.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.http.HttpRequest;

/**
 * The trace that a request of an application, or of a browser in a step, belongs to (W3C Trace
 * Context, "traceparent Header"): a call to gov.br on its behalf belongs to the same. It is passed
 * on as it came, and only if it is one: nothing else of a caller's headers reaches gov.br.
 *
 * @param value of the header
 */
public record TraceContext(String value) {

  private static final String HEADER = "traceparent";

  /** Of the only version there is. An identifier of zeros alone is none. */
  private static final Pattern VALID =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  /** The one that a request names. */
  public static Optional<TraceContext> of(HttpHeaders request) {
    return Optional.ofNullable(request.getHeaderString(HEADER))
        .filter(sent -> VALID.matcher(sent).matches())
        .map(TraceContext::new);
  }

  /** Lets a call belong to it. */
  public void goWith(HttpRequest call) {
    call.setHeader(HEADER, value);
  }
}
