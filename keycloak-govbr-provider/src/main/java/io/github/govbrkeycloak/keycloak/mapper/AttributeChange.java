package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedContact;
import java.util.List;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * A change of an account that is not to end the login, whatever stands against it.
 *
 * @param mapper who makes it
 * @param context the login it comes from
 */
record AttributeChange(
    KeycloakSession session,
    RealmModel realm,
    IdentityProviderMapperModel mapper,
    BrokeredIdentityContext context) {

  /** Writes new values, or leaves the account as it was and says so in the log. */
  void write(AttributeTarget target, List<String> values, UserModel user) {
    try {
      if (target.isEmail()) {
        writeEmail(target, values, user);
      } else {
        target.write(values, user);
      }
    } catch (ReadOnlyException directoryOnlyReads) {
      MapperFault.READ_ONLY.log(mapper, "attribute " + target.name());
    }
  }

  private void writeEmail(AttributeTarget target, List<String> values, UserModel user) {
    if (values.stream().anyMatch(email -> belongsToAnother(email, user))) {
      MapperFault.EMAIL_TAKEN.log(mapper, target.name());
      return;
    }
    target.write(values, user);
    user.setEmailVerified(values.stream().anyMatch(this::isVerified));
  }

  private boolean belongsToAnother(String email, UserModel user) {
    if (realm.isDuplicateEmailsAllowed()) {
      return false;
    }
    UserModel owner = session.users().getUserByEmail(realm, email);
    return owner != null && !owner.getId().equals(user.getId());
  }

  /** Only what gov.br calls verified is, and only when the realm trusts its word. */
  private boolean isVerified(String email) {
    return Boolean.TRUE.equals(context.getIdpConfig().isTrustEmail())
        && LoginFacts.of(context)
            .map(SessionFacts::email)
            .filter(stated -> email.equals(stated.value()))
            .map(StatedContact::verified)
            .orElse(false);
  }
}
