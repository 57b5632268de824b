package io.github.govbrkeycloak.keycloak.steps.senha;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.config.SenhaSettings;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Place;
import io.github.govbrkeycloak.keycloak.http.TokenRequest;
import io.github.govbrkeycloak.keycloak.keys.JwkEndpoint;
import io.github.govbrkeycloak.keycloak.keys.SignatureCheck;
import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.login.TokenExchange;
import io.github.govbrkeycloak.keycloak.login.UsedCodes;
import io.github.govbrkeycloak.keycloak.token.SignedToken;
import io.github.govbrkeycloak.keycloak.token.Subject;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.Time;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/**
 * Asks gov.br who typed the password, and believes a token of its own key alone.
 *
 * @param session of the request
 * @param config the identity provider
 */
record PasswordCheck(KeycloakSession session, GovBrConfig config) {

  /**
   * Who typed the password.
   *
   * @param code what gov.br gave the browser; good for two minutes, once
   * @param askedAt when the password was asked for
   * @throws LoginRefusedException when gov.br does not tell, or not in a way to be believed
   */
  Subject whoTyped(String code, Instant askedAt) {
    if (!new UsedCodes(session, session.getContext().getRealm(), config.getAlias())
        .isFirstUse(code)) {
      throw new LoginRefusedException(Reason.ANSWER_USED);
    }
    GovBrIdentityProviderFactory server = GovBrIdentityProviderFactory.of(session);
    try (Place waiting =
        server
            .calls()
            .enter(config.getInternalId())
            .orElseThrow(() -> new LoginRefusedException(Reason.TOO_MANY_WAIT))) {
      return believed(accessToken(answer(server, code)), server, askedAt);
    }
  }

  private String answer(GovBrIdentityProviderFactory server, String code) {
    SenhaSettings settings = config.senha();
    String secret =
        settings
            .secret(session)
            .orElseThrow(() -> new LoginRefusedException(Reason.STEP_NOT_PREPARED));
    String clientId = settings.clientId().orElseThrow();
    // The id may hold a slash, and gov.br's header is of the id as it is.
    SimpleHttpRequest request =
        SimpleHttp.create(session)
            .doPost(settings.tokenUrl())
            .authBasic(clientId, secret)
            .param(OAuth2Constants.GRANT_TYPE, OAuth2Constants.AUTHORIZATION_CODE)
            .param(OAuth2Constants.CODE, code)
            .param(
                OAuth2Constants.REDIRECT_URI,
                PasswordRequest.wayBack(session, config.getAlias()).toString())
            .param(OAuth2Constants.CLIENT_ID, clientId);
    return new TokenExchange(session, server.calls(), config.getInternalId())
        .answer(TokenRequest.of(Api.REVALIDACAO, request, settings.address()));
  }

  private static String accessToken(String body) {
    // The parser's own error quotes the input, which holds a token: it is not kept as the cause.
    try {
      JsonNode token = JsonSerialization.mapper.readTree(body).path("access_token");
      if (token.isTextual()) {
        return token.textValue();
      }
    } catch (JsonProcessingException notJson) {
      throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
    }
    throw new LoginRefusedException(Reason.TOKEN_MALFORMED);
  }

  private Subject believed(String encoded, GovBrIdentityProviderFactory server, Instant askedAt) {
    SignedToken token = SignedToken.parse(encoded);
    JwkEndpoint keys =
        new JwkEndpoint(session, server.calls(), config.getInternalId(), config.senha().jwksUrl());
    if (!new SignatureCheck(session, server.keys(), keys).confirms(token)) {
      throw new LoginRefusedException(Reason.ID_TOKEN_SIGNATURE);
    }
    boolean hasFreeSubject = config.endpoints().hasFreeSubject();
    new PasswordToken(
            config.senha().issuers(),
            config.senha().clientId().orElseThrow(),
            Duration.ofSeconds(config.getAllowedClockSkew()),
            hasFreeSubject)
        .firstBroken(token.claims(), askedAt, Instant.ofEpochMilli(Time.currentTimeMillis()))
        .ifPresent(
            reason -> {
              throw new LoginRefusedException(reason);
            });
    return Subject.of(token.claims(), hasFreeSubject).orElseThrow();
  }
}
