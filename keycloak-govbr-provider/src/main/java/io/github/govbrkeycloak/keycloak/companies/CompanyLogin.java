package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.requirements.CompanyNeed;
import io.github.govbrkeycloak.keycloak.requirements.Demands;
import io.github.govbrkeycloak.keycloak.session.CompanyChoice;
import io.github.govbrkeycloak.keycloak.session.FactsOfLogin;
import io.github.govbrkeycloak.keycloak.session.LentToken;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login under way, as far as it matters for which company the person acts: a new one through
 * gov.br, or one that goes on with a session that is there already.
 *
 * @param session of the request
 * @param login the login
 */
public record CompanyLogin(KeycloakSession session, AuthenticationSessionModel login) {

  /** Whether the application of this login wants a company. */
  CompanyNeed need() {
    return new Demands(session).of(login).company();
  }

  /** Whether the application asks for the step itself. */
  boolean isAskedFor() {
    return CompanyStep.ID.equals(login.getClientNote(Constants.KC_ACTION));
  }

  /** Whether the person came from gov.br in this very login. */
  boolean isFresh() {
    return login.getUserSessionNotes().containsKey(SessionFacts.NOTE);
  }

  /** gov.br's facts of the person; empty when the person signed in by another way. */
  Optional<SessionFacts> facts() {
    return FactsOfLogin.of(session, login);
  }

  /**
   * What the person chose in this application earlier in the same session; what came from another
   * identity provider than the login of today does not count.
   */
  Optional<CompanyChoice> before() {
    return userSession()
        .flatMap(this::before)
        .filter(
            choice -> facts().filter(known -> known.alias().equals(choice.alias())).isPresent());
  }

  private Optional<UserSessionModel> userSession() {
    return FactsOfLogin.sessionOf(session, login)
        .filter(open -> AuthenticationManager.isSessionValid(login.getRealm(), open));
  }

  private Optional<CompanyChoice> before(UserSessionModel open) {
    AuthenticatedClientSessionModel application =
        open.getAuthenticatedClientSessionByClient(login.getClient().getId());
    // Keycloak begins a client session anew that is no longer valid: its notes are lost.
    return application != null
            && AuthenticationManager.isClientSessionValid(
                login.getRealm(), login.getClient(), open, application)
        ? CompanyChoice.of(application)
        : Optional.empty();
  }

  /** Whether the person may go on without a company; known of those who came from gov.br. */
  boolean isDispensable() {
    return need() != CompanyNeed.REQUIRED && facts().isPresent();
  }

  /** Whether the person has chosen in this login. */
  boolean isDecided() {
    return login.getClientNote(CompanyChoice.NOTE) != null;
  }

  /** Ends the choice: Keycloak takes the note over into the client session. */
  void decide(CompanyChoice choice) {
    login.setClientNote(CompanyChoice.NOTE, choice.toNote());
    giveTokenBack();
  }

  /**
   * Whether the person is to be sent through the step without having asked for it: where the
   * application demands a company and none is known, and after a new login, to see whether what was
   * chosen before still holds.
   */
  boolean needsStep() {
    if (isDecided() || (!isFresh() && need() == CompanyNeed.NONE)) {
      return false;
    }
    Optional<CompanyChoice> before = before();
    if (isFresh() && before.filter(CompanyChoice::isCompany).isPresent()) {
      // Who asked for the step comes through it anyway, and may cancel it.
      return !isAskedFor();
    }
    // Who did not come from gov.br is told so where all demands are enforced.
    boolean hasNoCertificate = facts().filter(known -> known.company() == null).isPresent();
    return switch (need()) {
      case NONE -> false;
      case OPTIONAL -> hasNoCertificate && before.isEmpty();
      case REQUIRED -> hasNoCertificate && before.filter(CompanyChoice::isCompany).isEmpty();
    };
  }

  /**
   * Whether this login may come to the step, as far as is known before it is known who it is about.
   *
   * @param config the identity provider; without its scope for companies there is no step
   */
  public boolean mayAskForCompanies(GovBrConfig config) {
    return config.scopes().contains(Fact.EMPRESAS.scope())
        && (isAskedFor() || need() != CompanyNeed.NONE || hasChosen());
  }

  private boolean hasChosen() {
    return Optional.ofNullable(new AuthenticationSessionManager(session).getUserSession(login))
        .map(open -> open.getAuthenticatedClientSessionByClient(login.getClient().getId()))
        .flatMap(CompanyChoice::of)
        .filter(CompanyChoice::isCompany)
        .isPresent();
  }

  /** What the step asks gov.br with: the token of this login, or one that the session keeps. */
  Optional<CompanyAccess> access(GovBrConfig config) {
    Optional<Cpf> person = facts().map(SessionFacts::cpf).flatMap(Cpf::parse);
    return LentToken.of(session.singleUseObjects(), login)
        .filter(lent -> lent.alias().equals(config.getAlias()))
        .flatMap(lent -> person.map(cpf -> new CompanyAccess(config, cpf, lent.value())))
        .or(
            () ->
                userSession()
                    .flatMap(open -> CompanyAccess.of(session.singleUseObjects(), open, config)));
  }

  /** The step is over, or not needed: its token is dropped, unless the session keeps it. */
  void giveTokenBack() {
    LentToken.giveBack(session, login);
  }
}
