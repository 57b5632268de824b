package io.github.govbrkeycloak.simulator.revalidacao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.BrowserSession;
import io.github.govbrkeycloak.simulator.login.BrowserSession.SignedIn;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** The pages of the older host. */
final class RevalidationPages {

  private final Pages pages;
  private final Issuer issuer;

  RevalidationPages(Pages pages, Issuer issuer) {
    this.pages = pages;
    this.issuer = issuer;
  }

  Response.ResponseBuilder password(
      RevalidationRequest request, BrowserSession session, String error) {
    Map<String, Object> model = new HashMap<>();
    model.put("acao", issuer.path(RevalidationResource.PATH + "/authorize") + request.query());
    model.put("csrf", session.csrfToken());
    model.put("servico", request.client().nome());
    model.put("cpf", session.signedIn().map(SignedIn::cpf).map(Cpf::formatted).orElse(""));
    model.put("erro", error);
    return pages.answer(200, "revalidacao", model);
  }

  Response.ResponseBuilder refused() {
    return pages.answer(
        400,
        "recusa",
        Map.of(
            "erro",
            "invalid_client",
            "descricao",
            "O client_id, o redirect_uri ou o response_type não serve para revalidar a senha."
                + " Este endereço tem credencial própria."));
  }

  Response.ResponseBuilder forged() {
    return pages.answer(403, "formulario-recusado", Map.of());
  }
}
