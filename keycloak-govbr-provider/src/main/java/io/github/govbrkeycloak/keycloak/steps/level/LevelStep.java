package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.steps.StepFunnel;
import io.github.govbrkeycloak.keycloak.steps.StepStage;
import io.github.govbrkeycloak.keycloak.steps.StepUnderWay;
import io.github.govbrkeycloak.model.Nivel;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The step {@code govbr-nivel} of a login: asked, away at gov.br's catalogue, back, and done or
 * not.
 */
public record LevelStep(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  /** The step's name in {@code kc_action}, required actions, events and metrics. */
  public static final String NAME = "govbr-nivel";

  private static final String WITHOUT = "govbr.level.without";

  StepFunnel funnel() {
    return new StepFunnel(session, realm, NAME, config.getAlias());
  }

  /**
   * Stops a login that has no account yet: the person is shown what is missing.
   *
   * @return what to answer the browser: the way to the page, which can be reloaded
   */
  public Response stop(AuthenticationSessionModel login, LevelLack lack) {
    ask(login, lack.wanted());
    lack.keepIn(login);
    return Response.seeOther(pageAddress(login).build()).build();
  }

  /** Notes that the person is shown the step, unless they have been at gov.br for it. */
  void ask(AuthenticationSessionModel login, Nivel wanted) {
    if (under(login).isEmpty()) {
      String account = account(login).map(UserModel::getId).orElse(null);
      StepUnderWay.asked(NAME, wanted.name(), config.getAlias(), account).keepIn(login);
      funnel().record(StepStage.ASKED, login);
    }
  }

  /** Who is signed in, be it in this login or in the session that it goes on with. */
  private Optional<UserModel> account(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthenticatedUser())
        .or(
            () ->
                Optional.ofNullable(new AuthenticationSessionManager(session).getUserSession(login))
                    .map(UserSessionModel::getUser));
  }

  /** The step, if the login is in it. */
  private Optional<StepUnderWay> under(AuthenticationSessionModel login) {
    return StepUnderWay.of(login).filter(step -> step.name().equals(NAME));
  }

  /** Whether the person has been at gov.br for it. */
  boolean isBack(AuthenticationSessionModel login) {
    return under(login).filter(StepUnderWay::isBack).isPresent();
  }

  /** Sends the person to gov.br's catalogue. The login now waits as long as one may take. */
  Response leave(AuthenticationSessionModel login, Nivel wanted) {
    ask(login, wanted);
    StepUnderWay.of(login).orElseThrow().away().keepIn(login);
    login.getParentSession().setTimestamp(Time.currentTime());
    funnel().record(StepStage.LEFT, login);
    return Response.seeOther(new Catalogue(session, realm, config).addressFor(wanted)).build();
  }

  /** Ends the step of a login, if it is in one, whose person has now the level it was for. */
  void reached(AuthenticationSessionModel login, Nivel held) {
    under(login)
        .filter(step -> held.isAtLeast(Nivel.of(step.parameter())))
        .ifPresent(
            step -> {
              funnel().record(StepStage.REACHED, login);
              end(login);
            });
  }

  /** The person wants no more of it. */
  void giveUp(AuthenticationSessionModel login) {
    funnel().record(StepStage.GAVE_UP, login);
    end(login);
  }

  private static void end(AuthenticationSessionModel login) {
    StepUnderWay.forget(login);
    LevelLack.forget(login);
  }

  /** Notes that the person goes on without a level that was only wished for. */
  void goOnWithout(AuthenticationSessionModel login, Nivel wanted) {
    login.setAuthNote(WITHOUT, wanted.name());
  }

  /** Whether the person said in this login that they go on without this level. */
  public boolean isDoneWithout(AuthenticationSessionModel login, Nivel wanted) {
    return wanted.name().equals(login.getAuthNote(WITHOUT));
  }

  UriBuilder pageAddress(AuthenticationSessionModel login) {
    return UriBuilder.fromUri(
            Urls.identityProviderAuthnResponse(
                session.getContext().getUri().getBaseUri(), config.getAlias(), realm.getName()))
        .path(LevelResource.PATH)
        .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
        .queryParam(Constants.TAB_ID, login.getTabId())
        .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login));
  }
}
