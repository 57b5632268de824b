package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Who comes back from a step must be who went. Before an account is signed in, there is nobody to
 * compare with: then whoever signs in at gov.br is simply who signs in.
 */
public final class SamePerson {

  private SamePerson() {}

  /**
   * Refuses another person than the one whose account was signed in when the step began.
   *
   * @param login the login at gov.br
   * @param person who it is about
   * @throws LoginRefusedException when it is somebody else
   */
  public static void require(
      KeycloakSession session,
      RealmModel realm,
      BrokeredIdentityContext login,
      Identifiers person) {
    StepUnderWay.of(login.getAuthenticationSession())
        .filter(step -> step.userId() != null)
        .filter(step -> !isLinked(session, realm, step, person))
        .ifPresent(
            step -> {
              throw new LoginRefusedException(Reason.ANOTHER_PERSON_AT_GOVBR);
            });
  }

  private static boolean isLinked(
      KeycloakSession session, RealmModel realm, StepUnderWay step, Identifiers person) {
    return Optional.ofNullable(session.users().getUserById(realm, step.userId()))
        .map(user -> session.users().getFederatedIdentity(realm, user, step.alias()))
        .map(FederatedIdentityModel::getUserId)
        .filter(person::isLinkedBy)
        .isPresent();
  }
}
