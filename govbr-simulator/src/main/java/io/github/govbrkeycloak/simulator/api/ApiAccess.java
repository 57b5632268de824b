package io.github.govbrkeycloak.simulator.api;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import jakarta.ws.rs.WebApplicationException;

/**
 * Who may read a person's data: a service with a live access token of that very person and the
 * scope of the API.
 */
public final class ApiAccess {

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final AccessTokens accessTokens;
  private final Settings settings;

  /** Checks with these tokens. */
  public ApiAccess(AccessTokens accessTokens, Settings settings) {
    this.accessTokens = accessTokens;
    this.settings = settings;
  }

  /**
   * The person whose data may be read.
   *
   * @param authorization the request's header
   * @param scope what the API demands
   * @param cpf whose data the caller asks for
   * @throws WebApplicationException with gov.br's error body
   */
  public Persona subject(String authorization, String scope, String cpf) {
    return tokenOf(authorization, scope, cpf).persona();
  }

  /**
   * The token a caller brings, if it speaks for the person whose data is asked for.
   *
   * @param authorization the request's header
   * @param scope what the API demands
   * @param cpf whose data the caller asks for
   * @throws WebApplicationException with gov.br's error body
   */
  public AccessToken tokenOf(String authorization, String scope, String cpf) {
    AccessToken token = token(authorization, scope);
    if (!token.persona().cpf().equals(cpf)) {
      throw ApiError.of(
          FORBIDDEN,
          "REQUEST_ACCOUNTID_MUSTMATCHACCESSTOKENSUB",
          "O CPF informado não é o da pessoa que autorizou o acesso.");
    }
    return token;
  }

  /**
   * The token a caller brings, live and with a scope.
   *
   * @param authorization the request's header
   * @param scope what the API demands
   * @throws WebApplicationException with gov.br's error body
   */
  public AccessToken token(String authorization, String scope) {
    AccessToken token =
        accessTokens
            .inHeader(authorization)
            .orElseThrow(
                () ->
                    ApiError.of(
                        UNAUTHORIZED,
                        "ACCESSTOKEN_MUSTBEVALID",
                        "Formato do token JWT encontrado no cabeçalho HTTP Authorization"
                            + " inválido."));
    if (accessTokens.expired(token)) {
      throw ApiError.of(UNAUTHORIZED, "ACCESSTOKEN_MUSTNOTBEEXPIRED", "Token JWT expirado.");
    }
    if (!token.has(scope)) {
      throw ApiError.of(
          settings.chosen(Choice.MISSING_SCOPE_403) ? FORBIDDEN : UNAUTHORIZED,
          "ACCESSTOKEN_SCOPE_MUSTCONTAINSEXPECTEDSCOPE",
          "Escopo requerido não encontrado. Valor esperado: '"
              + scope
              + "', valor recebido: '"
              + String.join(" ", token.scopes())
              + "'.");
    }
    return token;
  }
}
