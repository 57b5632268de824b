package io.github.govbrkeycloak.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The service on whose behalf people sign in, as it is registered at gov.br.
 *
 * @param redirectUri where people come back to; nobody needs to listen there
 */
public record Service(String clientId, String secret, String redirectUri) {

  /** One that all scopes of an ordinary login are provisioned for. */
  public static final Service MEASURED =
      new Service("medido.orgao.exemplo.gov.br", "segredo-medido", "http://localhost:1/volta");

  String basic() {
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Not the secret. */
  @Override
  public String toString() {
    return "Service[" + clientId + "]";
  }
}
