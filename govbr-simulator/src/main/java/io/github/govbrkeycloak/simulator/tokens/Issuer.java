package io.github.govbrkeycloak.simulator.tokens;

import java.net.URI;
import java.util.Objects;

/**
 * The address this simulator speaks for.
 *
 * @param baseUrl without a slash at the end
 */
public record Issuer(String baseUrl) {

  /** The {@code iss} of all tokens: unlike every other address it ends with a slash. */
  public String name() {
    return baseUrl + "/";
  }

  /**
   * The {@code iss} that the text on powers of attorney of version 1 prints for agents: the host
   * name with {@code sso2} in place of {@code sso}, or before a host name without it.
   */
  public String agentsName() {
    String host = baseUrl.replaceFirst("://sso\\.", "://sso2.");
    return (host.equals(baseUrl) ? baseUrl.replaceFirst("://", "://sso2.") : host) + "/";
  }

  /**
   * The path as browsers see it: behind a reverse proxy the simulator may live below a path. Unlike
   * {@link #address} it leaves the browser on the host name by which it came.
   */
  public String path(String path) {
    return basePath() + path;
  }

  /** What stands before every path: empty, or a path without a slash at its end. */
  public String basePath() {
    return Objects.requireNonNullElse(URI.create(baseUrl).getPath(), "");
  }

  /** The address of a path that begins with a slash. */
  public String address(String path) {
    return baseUrl + path;
  }
}
