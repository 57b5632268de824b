package io.github.govbrkeycloak.simulator.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A 302. The address is sent as it is: Jakarta REST would make a relative one absolute. */
public final class Redirect {

  private Redirect() {}

  /** Sends the browser there. */
  public static Response.ResponseBuilder to(String address) {
    return Response.status(Response.Status.FOUND)
        .header(HttpHeaders.LOCATION, address)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer");
  }
}
