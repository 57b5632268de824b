package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import java.util.Optional;
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
   * @param session of the request that brought the answer of gov.br
   * @param person who the answer is about
   * @throws LoginRefusedException when it is somebody else
   */
  public static void require(KeycloakSession session, Identifiers person) {
    Optional.ofNullable(session.getContext().getAuthenticationSession())
        .flatMap(StepUnderWay::of)
        .filter(step -> step.userId() != null)
        .filter(step -> !isLinked(session, session.getContext().getRealm(), step, person))
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
