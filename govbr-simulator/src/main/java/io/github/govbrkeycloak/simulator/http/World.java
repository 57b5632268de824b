package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys;
import io.github.govbrkeycloak.simulator.tokens.TokenIssuer;
import java.time.Clock;

/**
 * What all surfaces of one simulated gov.br share.
 *
 * @param clock what time it is there
 * @param issuer the address it speaks for
 * @param pkceRequired whether {@code /authorize} insists on PKCE
 * @param personas its citizens
 * @param clients the services registered there
 * @param behaviours what it was told to do wrong
 * @param keys its signing keys
 * @param tokenIssuer issues its tokens
 * @param accessTokens reads the tokens callers bring
 * @param pages renders its pages
 */
public record World(
    Clock clock,
    Issuer issuer,
    boolean pkceRequired,
    Personas personas,
    Clients clients,
    Behaviours behaviours,
    SigningKeys keys,
    TokenIssuer tokenIssuer,
    AccessTokens accessTokens,
    Pages pages) {

  /** A world where everything behaves. */
  public static World create(
      Clock clock, Issuer issuer, boolean pkceRequired, Personas personas, Clients clients) {
    Behaviours behaviours = new Behaviours();
    SigningKeys keys = new SigningKeys();
    return new World(
        clock,
        issuer,
        pkceRequired,
        personas,
        clients,
        behaviours,
        keys,
        new TokenIssuer(issuer, keys, behaviours, clock),
        new AccessTokens(issuer, keys, personas, clock),
        new Pages());
  }
}
