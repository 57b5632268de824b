package io.github.govbrkeycloak.simulator.world;

import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.fixtures.Fixtures;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.BrowserSessions;
import io.github.govbrkeycloak.simulator.login.PendingLogins;
import io.github.govbrkeycloak.simulator.login.SignIn;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import io.github.govbrkeycloak.simulator.tokens.SigningKeys;
import io.github.govbrkeycloak.simulator.tokens.TokenIssuer;

/**
 * What all surfaces of one simulated gov.br share.
 *
 * @param clock what time it is there
 * @param issuer the address it speaks for
 * @param settings which side it takes where gov.br's documents disagree
 * @param fixtures the files that describe it
 * @param personas its citizens
 * @param clients the services registered there
 * @param behaviours what it was told to do wrong
 * @param keys its signing keys
 * @param tokenIssuer issues its tokens
 * @param accessTokens reads the tokens callers bring
 * @param sessions the browsers it knows
 * @param logins the logins under way
 * @param signIn how its own pages find out who is there
 * @param pages renders its pages
 */
public record World(
    SimulatedClock clock,
    Issuer issuer,
    Settings settings,
    Fixtures fixtures,
    Personas personas,
    Clients clients,
    Behaviours behaviours,
    SigningKeys keys,
    TokenIssuer tokenIssuer,
    AccessTokens accessTokens,
    BrowserSessions sessions,
    PendingLogins logins,
    SignIn signIn,
    Pages pages) {

  /** A world where everything behaves. */
  public static World create(
      SimulatedClock clock, Issuer issuer, Settings settings, Fixtures fixtures, Clients clients) {
    Behaviours behaviours = new Behaviours();
    SigningKeys keys = new SigningKeys();
    Personas personas = new Personas(fixtures.personas(), fixtures.inventedPeople(), settings);
    BrowserSessions sessions = new BrowserSessions(clock, issuer);
    PendingLogins logins = new PendingLogins(clock);
    return new World(
        clock,
        issuer,
        settings,
        fixtures,
        personas,
        clients,
        behaviours,
        keys,
        new TokenIssuer(issuer, keys, behaviours, personas, settings, clock),
        new AccessTokens(issuer, keys, personas, clock),
        sessions,
        logins,
        new SignIn(sessions, logins, issuer),
        new Pages(issuer.basePath()));
  }

  /** Ends all sessions and logins under way. */
  public void endSessions() {
    sessions.clear();
    logins.clear();
  }

  /** As after the start: citizens, settings, behaviours, clock, sessions; not the services. */
  public void reset() {
    endSessions();
    personas.reset();
    settings.reset();
    behaviours.deactivateAll();
    clock.follow();
  }
}
