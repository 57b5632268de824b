package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Something gov.br asks a citizen who has just signed in, before the service gets its code. Stages
 * come one after the other, each until it is no longer due.
 */
public interface LoginStage {

  /** Whether there is something to ask now. */
  boolean isDue(PendingLogin login, Persona persona);

  /** The page that asks. */
  Response.ResponseBuilder page(PendingLogin login, Persona persona);

  /**
   * Takes the answer: changes what makes the stage due, or leaves it due.
   *
   * @param form what the person sent, its form token already checked
   * @return what follows
   */
  Outcome submit(PendingLogin login, Persona persona, MultivaluedMap<String, String> form);

  /** What follows from an answer. */
  sealed interface Outcome {

    /** On to the next stage, or to this one again if it is still due. */
    record Continue(PendingLogin login) implements Outcome {}

    /** A page, for an answer that makes no sense. */
    record Show(Response.ResponseBuilder page) implements Outcome {}

    /** The person does not go on: back to the service with {@code access_denied}. */
    record Abandon(String description) implements Outcome {}
  }
}
