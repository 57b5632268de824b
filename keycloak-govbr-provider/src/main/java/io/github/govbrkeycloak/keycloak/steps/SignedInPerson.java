package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.privacy.Identifiers;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whether gov.br speaks of the person who is signed in already. Where the session keeps no CPF, the
 * link of the account tells.
 *
 * @param session of the request
 * @param login in which the step is
 * @param config the identity provider
 */
public record SignedInPerson(
    KeycloakSession session, AuthenticationSessionModel login, GovBrConfig config) {

  /**
   * Whether it is.
   *
   * @param signedIn facts of whoever is signed in
   * @param told whom gov.br speaks of
   */
  public boolean is(SessionFacts signedIn, Subject told) {
    return signedIn.cpf() == null
        ? isLinked(told)
        : told.cpf().map(Cpf::digits).filter(cpf -> isSame(cpf, signedIn.cpf())).isPresent();
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isLinked(Subject told) {
    FederatedIdentityModel link =
        session
            .users()
            .getFederatedIdentity(
                login.getRealm(), login.getAuthenticatedUser(), config.getAlias());
    return link != null
        && Identifiers.of(told, session, login.getRealm(), config).isLinkedBy(link.getUserId());
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "SignedInPerson";
  }
}
