package io.github.govbrkeycloak.keycloak.matching;

import io.github.govbrkeycloak.keycloak.AccountEmail;
import io.github.govbrkeycloak.keycloak.DirectoryNames;
import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.Ambiente;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.Refusal;
import io.github.govbrkeycloak.keycloak.session.KeptToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Cpf;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;

/**
 * A step of the first login: gives a person the account that has their CPF already, and never one
 * that only has their e-mail.
 */
final class CpfMatcher extends AbstractIdpAuthenticator {

  private static final Logger LOG = Logger.getLogger(CpfMatcher.class);

  @Override
  protected void authenticateImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext login) {
    // Elsewhere a subject that looks like a CPF is whatever somebody chose.
    if (!GovBrIdentityProviderFactory.PROVIDER_ID.equals(login.getIdpConfig().getProviderId())) {
      context.attempted();
      return;
    }
    MatcherSettings settings = settings(context);
    if (new GovBrConfig(login.getIdpConfig()).ambiente() != Ambiente.PRODUCAO
        && !settings.admitsTestPeople()) {
      refuse(context, login, settings, Reason.TEST_ENVIRONMENT);
      return;
    }
    Optional<Cpf> cpf = cpf(login);
    try {
      List<UserModel> found =
          cpf.isPresent()
              ? new Directory(context.getSession(), context.getRealm(), settings).holders(cpf.get())
              : List.of();
      act(
          context,
          serialized,
          login,
          settings,
          found,
          decide(context, login, settings, found, cpf));
    } catch (UnreachableDirectoryException unreachable) {
      LOG.warnf("Accounts could not be searched: %s", unreachable.getMessage());
      refuse(context, login, settings, Reason.DIRECTORY_UNREACHABLE);
    }
  }

  private static MatcherSettings settings(AuthenticationFlowContext context) {
    return new MatcherSettings(
        Optional.ofNullable(context.getAuthenticatorConfig())
            .map(AuthenticatorConfigModel::getConfig)
            .orElse(Map.of()));
  }

  /** The CPF of the ID token; none where the subject may be anything. */
  private static Optional<Cpf> cpf(BrokeredIdentityContext login) {
    return SessionFacts.fromNote((String) login.getContextData().get(SessionFacts.NOTE))
        .map(SessionFacts::cpf)
        .flatMap(Cpf::parse);
  }

  private static Decision decide(
      AuthenticationFlowContext context,
      BrokeredIdentityContext login,
      MatcherSettings settings,
      List<UserModel> found,
      Optional<Cpf> cpf) {
    GovBrLinks links =
        new GovBrLinks(context.getSession(), context.getRealm(), login.getIdpConfig().getAlias());
    SelfWritten written =
        new SelfWritten(context.getSession(), context.getRealm(), settings.attributes());
    return Decision.of(
        found.stream()
            .map(
                user ->
                    new Decision.Holder(
                        user.isEnabled(),
                        links.areOfAnother(user, cpf.orElseThrow()),
                        written.mayBe(user)))
            .toList(),
        settings.admitsOnlyExisting(),
        found.isEmpty() && isEmailOfAnother(context, login));
  }

  /** The next steps would take the owner of an e-mail for the person, or tell who owns it. */
  private static boolean isEmailOfAnother(
      AuthenticationFlowContext context, BrokeredIdentityContext login) {
    return login.getEmail() != null
        && !context.getRealm().isDuplicateEmailsAllowed()
        && context.getSession().users().getUserByEmail(context.getRealm(), login.getEmail())
            != null;
  }

  private static void act(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext login,
      MatcherSettings settings,
      List<UserModel> found,
      Decision decision) {
    switch (decision.step()) {
      case GO_ON -> context.attempted();
      case LINK -> link(context, serialized, found.get(0));
      case DISABLED -> disabled(context, found.get(0));
      case REFUSE -> refuse(context, login, settings, decision.reason().orElseThrow());
    }
  }

  private static void link(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      UserModel user) {
    boolean ofDirectory = DirectoryNames.isOfDirectory(user);
    if (ofDirectory) {
      serialized.setFirstName(null);
      serialized.setLastName(null);
    }
    String alias = serialized.getIdentityProviderId();
    if (ofDirectory
        || AccountEmail.stays(
            context.getSession(), context.getRealm(), alias, user, serialized.getEmail())) {
      serialized.setEmail(null);
    }
    serialized.saveToAuthenticationSession(
        context.getAuthenticationSession(), BROKERED_CONTEXT_NOTE);
    context.setUser(user);
    context.success();
  }

  private static void disabled(AuthenticationFlowContext context, UserModel user) {
    context.getEvent().user(user).error(Errors.USER_DISABLED);
    context.failureChallenge(
        AuthenticationFlowError.USER_DISABLED,
        context
            .form()
            .setError(Messages.ACCOUNT_DISABLED)
            .createErrorPage(Response.Status.BAD_REQUEST));
  }

  private static void refuse(
      AuthenticationFlowContext context,
      BrokeredIdentityContext login,
      MatcherSettings settings,
      Reason reason) {
    KeptToken.forget(context.getSession(), (String) login.getContextData().get(KeptToken.NOTE));
    context.failureChallenge(
        AuthenticationFlowError.IDENTITY_PROVIDER_ERROR,
        new Refusal(
                context.getSession(),
                context.getRealm(),
                login.getIdpConfig().getAlias(),
                context.getEvent(),
                settings.contact())
            .because(reason, context.getAuthenticationSession()));
  }

  @Override
  protected void actionImpl(
      AuthenticationFlowContext context,
      SerializedBrokeredIdentityContext serialized,
      BrokeredIdentityContext login) {
    authenticateImpl(context, serialized, login);
  }

  @Override
  public boolean requiresUser() {
    return false;
  }

  @Override
  public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
    return true;
  }
}
