package io.github.govbrkeycloak.simulator.tokens;

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

  /** The address of a path that begins with a slash. */
  public String address(String path) {
    return baseUrl + path;
  }
}
