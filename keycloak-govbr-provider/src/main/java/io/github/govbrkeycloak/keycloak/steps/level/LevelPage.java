package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.model.Nivel;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;

/**
 * What is missing, why the application asks, what each way up takes, and the ways on.
 *
 * @param lack what is missing
 * @param client the application
 * @param isUnchanged whether the person has been at gov.br and came back without it
 */
record LevelPage(LevelLack lack, ClientModel client, boolean isUnchanged) {

  /** The form's field that says what the person chose. */
  static final String CHOICE = "acao";

  static final String GO = "subir";
  static final String CONTINUE = "continuar";
  static final String LEAVE = "voltar";

  private static final String TEMPLATE = "govbr-nivel.ftl";
  private static final List<String> WAYS_TO_PRATA = List.of("rosto-cnh", "banco");
  private static final List<String> WAYS_TO_OURO = List.of("rosto-tse", "cin", "certificado");

  /**
   * The page.
   *
   * @param form of the login, which knows where the answer goes
   */
  Response in(LoginFormsProvider form) {
    form.setAttribute("application", applicationName())
        .setAttribute("wanted", lack.wanted().title())
        .setAttribute("kind", lack.kind().name())
        .setAttribute("isUnchanged", isUnchanged)
        .setAttribute("isOuro", lack.wanted().equals(Nivel.OURO))
        .setAttribute("ways", lack.wanted().equals(Nivel.OURO) ? WAYS_TO_OURO : WAYS_TO_PRATA);
    lack.held().ifPresent(held -> form.setAttribute("held", held.title()));
    lack.reason().ifPresent(why -> form.setAttribute("reason", why));
    return form.createForm(TEMPLATE);
  }

  private String applicationName() {
    return client.getName() == null || client.getName().isBlank()
        ? client.getClientId()
        : client.getName();
  }
}
