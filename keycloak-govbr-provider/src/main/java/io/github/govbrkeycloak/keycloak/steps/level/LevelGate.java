package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.requirements.Demands;
import io.github.govbrkeycloak.keycloak.requirements.Lack;
import io.github.govbrkeycloak.keycloak.requirements.Verdict;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Nivel;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where the verdict on a login through gov.br, which has no account yet, meets the step to a higher
 * level.
 *
 * @param config the identity provider
 */
public record LevelGate(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  /** Ends the step of a login whose person has now the level that it was for. */
  public void markReached(Optional<SessionFacts> facts, AuthenticationSessionModel login) {
    held(facts).ifPresent(level -> step().reached(login, level));
  }

  /** Leads a person up to a level without which the application lets nobody in. */
  public Response demanded(Lack.Level lack, AuthenticationSessionModel login) {
    return stop(lack.has(), lack.needs(), LevelLack.Kind.DEMAND, login);
  }

  /**
   * Offers a level that the application would like, until the person says that they go on without.
   * Where sessions keep no level, nobody knows who has it already, nor would see that it has risen:
   * there it is not offered.
   *
   * @return empty when the login goes on
   */
  public Optional<Response> wished(
      Verdict.WishUnmet unmet, Optional<SessionFacts> facts, AuthenticationSessionModel login) {
    return unmet
        .level()
        .filter(level -> config.privacy().keptFacts().contains(FactGroup.NIVEL))
        .filter(level -> !step().isDoneWithout(login, level))
        .map(level -> stop(held(facts), level, LevelLack.Kind.WISH, login));
  }

  private Response stop(
      Optional<Nivel> held, Nivel wanted, LevelLack.Kind kind, AuthenticationSessionModel login) {
    Optional<String> reason = new Demands(session).reason(login);
    return step().stop(login, new LevelLack(held, wanted, kind, reason));
  }

  private static Optional<Nivel> held(Optional<SessionFacts> facts) {
    return facts.map(SessionFacts::nivel).map(Nivel::of);
  }

  private LevelStep step() {
    return new LevelStep(session, realm, config);
  }
}
