package io.github.govbrkeycloak.keycloak.steps;

import io.github.govbrkeycloak.keycloak.login.Reason;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.services.resources.LoginActionsService;

/**
 * The page of a step: what is asked for and why, what went wrong where something did, and two ways
 * on. One template serves all steps; their words are the messages {@code govbr.etapa.WORD.*}.
 *
 * @param context of the step
 * @param word the step's name in the messages
 */
public record StepPage(RequiredActionContext context, String word) {

  private static final String TEMPLATE = "govbr-etapa.ftl";

  /**
   * Shows it.
   *
   * @param fault what went wrong
   * @param mayGoOn whether it makes sense to go to gov.br
   */
  public void show(Optional<Reason> fault, boolean mayGoOn) {
    LoginFormsProvider form = context.form();
    form.setAttribute("etapa", word).setAttribute("podeContinuar", mayGoOn);
    fault.ifPresent(
        why -> form.setAttribute("sentence", why.messageKey()).setAttribute("code", why.code()));
    context.challenge(form.createForm(TEMPLATE));
  }

  /** Whether the person chose to go back without doing it. */
  boolean isGivenUp() {
    return context
        .getHttpRequest()
        .getDecodedFormParameters()
        .containsKey(LoginActionsService.CANCEL_AIA);
  }
}
