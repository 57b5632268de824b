package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.http.Pages;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import io.github.govbrkeycloak.simulator.login.PendingLogin;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pages of a login: CPF, password, consent, and what is shown when there is none. */
final class LoginPages {

  /** What the consent page says a scope gives away; technical scopes say nothing. */
  private static final Map<String, String> DATA_BY_SCOPE =
      Map.of(
          "openid", "Seu CPF",
          "profile", "Seu nome, seu nome social e sua foto",
          "email", "Seu e-mail",
          "phone", "Seu número de celular",
          "govbr_confiabilidades", "O nível e os selos da sua conta gov.br",
          "govbr_confiabilidades_idtoken", "O nível e os selos da sua conta gov.br",
          "govbr_empresa", "As empresas ligadas ao seu CPF",
          "govbr_recupera_certificadox509", "Os dados do certificado digital que você usou");

  /** As much of a mistyped CPF as the field holds is shown again. */
  private static final int LONGEST = 14;

  private final Pages pages;
  private final Personas personas;
  private final Issuer issuer;

  LoginPages(Pages pages, Personas personas, Issuer issuer) {
    this.pages = pages;
    this.personas = personas;
    this.issuer = issuer;
  }

  Response.ResponseBuilder account(PendingLogin login, String typed, String error) {
    Map<String, Object> model = model(login, error);
    model.put(
        "digitado", typed == null ? "" : typed.substring(0, Math.min(typed.length(), LONGEST)));
    model.put("personas", personas.all());
    return pages.answer(200, "conta", model);
  }

  Response.ResponseBuilder password(PendingLogin login, Cpf typed, String error) {
    Map<String, Object> model = model(login, error);
    model.put("cpf", typed.formatted());
    model.put("vias", personas.withCpf(typed).map(LoginWay::of).orElse(List.of()));
    return pages.answer(200, "senha", model);
  }

  Response.ResponseBuilder detour(PendingLogin login, String error) {
    Map<String, Object> model = model(login, error);
    model.put("cpf", login.account().map(Cpf::formatted).orElse(""));
    return pages.answer(200, "desvio", model);
  }

  Response.ResponseBuilder noLauncher(PendingLogin login) {
    return pages.answer(200, "sem-lancador", model(login, ""));
  }

  Response.ResponseBuilder newPassword(PendingLogin login, String error) {
    return pages.answer(200, "senha-nova", model(login, error));
  }

  Response.ResponseBuilder consent(PendingLogin login, Persona persona) {
    Map<String, Object> model = model(login, null);
    List<String> data =
        login.request().scopes().stream()
            .filter(DATA_BY_SCOPE::containsKey)
            .map(DATA_BY_SCOPE::get)
            .distinct()
            .toList();
    model.put("pessoa", persona.displayName());
    model.put("dados", data);
    return pages.answer(200, "autorizacao", model);
  }

  /** For a login that has ended, has expired, or belongs to another browser. */
  Response.ResponseBuilder noSuchLogin() {
    return pages.answer(400, "sem-pedido", Map.of());
  }

  /** For a form that did not come from our own page. */
  Response.ResponseBuilder forged() {
    return pages.answer(403, "formulario-recusado", Map.of());
  }

  /** Where gov.br leaves people whose service has not registered its address for logout. */
  Response.ResponseBuilder stranded() {
    return pages.answer(200, "saida-sem-retorno", Map.of());
  }

  private Map<String, Object> model(PendingLogin login, String error) {
    Map<String, Object> model = new HashMap<>();
    model.put("acao", LoginAddress.of(issuer, login));
    model.put("csrf", login.session().csrfToken());
    model.put("servico", login.request().client().nome());
    model.put("erro", error == null ? "" : error);
    return model;
  }
}
