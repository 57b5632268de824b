package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.requirements.BrokeredGate;
import io.github.govbrkeycloak.keycloak.requirements.LackingLogin;
import io.github.govbrkeycloak.keycloak.requirements.Verdict;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.level.LevelGate;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What becomes of a login through gov.br once it is known who it is about, and before there is an
 * account: it goes on, is led through a step that may bring what it lacks, or is refused.
 *
 * @param config the identity provider
 * @param event of the login
 */
public record LoginGate(
    KeycloakSession session,
    RealmModel realm,
    GovBrConfig config,
    AuthenticationCallback callback,
    EventBuilder event) {

  /** What to answer the browser; empty when the login goes on. */
  public Optional<Response> stop(
      AuthenticationSessionModel login, BrokeredIdentityContext identity) {
    if (isLinking(login)) {
      return Optional.empty();
    }
    Verdict verdict = new BrokeredGate(session, config).verdict(login, identity);
    LevelGate level = new LevelGate(session, realm, config);
    Optional<SessionFacts> facts =
        SessionFacts.fromNote((String) identity.getContextData().get(SessionFacts.NOTE));
    level.markReached(facts, login);
    if (isPassive(login)) {
      return verdict.lets()
          ? Optional.empty()
          : Optional.of(callback.error(config, OAuthErrorException.INTERACTION_REQUIRED));
    }
    if (verdict instanceof Verdict.Lacking lacking) {
      return Optional.of(
          lacking
              .curedByLevel()
              .map(lack -> level.demanded(lack, login))
              .orElseGet(() -> refuse(lacking, login)));
    }
    return verdict instanceof Verdict.WishUnmet unmet
        ? level.wished(unmet, facts, login)
        : Optional.empty();
  }

  private Response refuse(Verdict.Lacking lacking, AuthenticationSessionModel login) {
    return new LackingLogin(session, realm, config, event.event(EventType.IDENTITY_PROVIDER_LOGIN))
        .lacking(lacking, login);
  }

  /**
   * Whether gov.br is being linked to an account that is signed in: no session comes of it, and
   * what the application demands is asked when the person goes on into it.
   */
  private static boolean isLinking(AuthenticationSessionModel login) {
    return login.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null;
  }

  /** Whether the application allowed no page to be shown ({@code prompt=none}). */
  private static boolean isPassive(AuthenticationSessionModel login) {
    return Boolean.parseBoolean(login.getAuthNote(AuthenticationProcessor.FORWARDED_PASSIVE_LOGIN));
  }
}
