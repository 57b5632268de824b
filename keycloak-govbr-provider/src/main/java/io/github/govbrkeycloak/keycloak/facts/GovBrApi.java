package io.github.govbrkeycloak.keycloak.facts;

import io.github.govbrkeycloak.keycloak.companies.CompanyApi;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.AnswerReader;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.identity.ApiAnswers;
import io.github.govbrkeycloak.keycloak.identity.HeldCategoria;
import io.github.govbrkeycloak.keycloak.identity.HeldSelo;
import io.github.govbrkeycloak.keycloak.identity.UsedCertificate;
import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import java.util.List;

/**
 * The requests that tell something of the person who signed in.
 *
 * @param config gov.br's addresses
 * @param subject who; without a CPF only userinfo can be asked
 * @param accessToken the person's token
 */
public record GovBrApi(GovBrConfig config, Subject subject, String accessToken) {

  private static final String ACCOUNT = "/confiabilidades/v3/contas/";

  Request<Claims> userInfo() {
    return ask(
        Api.USERINFO, config.getUserInfoUrl(), "", body -> ApiAnswers.userInfo(body, subject));
  }

  Request<Nivel> nivel() {
    return ask(Api.NIVEIS, config.apiUrl(), account("niveis"), ApiAnswers::nivel);
  }

  Request<List<HeldSelo>> selos() {
    return ask(Api.CONFIABILIDADES, config.apiUrl(), account("confiabilidades"), ApiAnswers::selos);
  }

  Request<List<HeldCategoria>> categorias() {
    return ask(Api.CATEGORIAS, config.apiUrl(), account("categorias"), ApiAnswers::categorias);
  }

  Request<UsedCertificate> certificado() {
    return certificado(config, accessToken);
  }

  /** The certificate that the person of a token used (roteiro, "Passo 13"); 404 for none. */
  public static Request<UsedCertificate> certificado(GovBrConfig config, String accessToken) {
    return Request.json(
        Api.CERTIFICADO, config.ssoUrl(), "/api/x509/info", accessToken, ApiAnswers::certificado);
  }

  CompanyApi companies() {
    return new CompanyApi(config.apiUrl(), person(), accessToken);
  }

  private Cpf person() {
    return subject.cpf().orElseThrow();
  }

  private String account(String what) {
    return ACCOUNT + person().digits() + "/" + what + "?response-type=ids";
  }

  private <T> Request<T> ask(Api api, String address, String path, AnswerReader<T> reader) {
    return Request.json(api, address, path, accessToken, reader);
  }

  /** It holds a CPF and a token. */
  @Override
  public String toString() {
    return "GovBrApi";
  }
}
