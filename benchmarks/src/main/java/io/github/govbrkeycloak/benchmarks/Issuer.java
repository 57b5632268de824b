package io.github.govbrkeycloak.benchmarks;

/**
 * Whoever signs people in, as an application knows it.
 *
 * @param name what stands in {@code iss}
 * @param authorize address of the authorization endpoint
 * @param token address of the token endpoint
 * @param keys address of its public keys
 */
public record Issuer(String name, String authorize, String token, String keys) {

  /** A simulated gov.br. */
  public static Issuer govBr(String address) {
    return new Issuer(address + "/", address + "/authorize", address + "/token", address + "/jwk");
  }

  /** A realm of a Keycloak. */
  public static Issuer realm(String address) {
    String protocol = address + "/protocol/openid-connect";
    return new Issuer(address, protocol + "/auth", protocol + "/token", protocol + "/certs");
  }
}
