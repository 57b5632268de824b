package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Answer;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Call;
import io.github.govbrkeycloak.keycloak.http.GovBrCalls;
import io.github.govbrkeycloak.keycloak.http.Request;
import io.github.govbrkeycloak.keycloak.http.Result;
import io.github.govbrkeycloak.keycloak.http.TokenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.KeycloakSession;

/**
 * What gov.br answers to the calls of a check. They are made together, under one deadline, and no
 * login fails because of them.
 *
 * @param discovery what it says of itself
 * @param keys what it publishes as its keys
 * @param token what it says to the credential alone; empty when there is none to send
 * @param logout what answers where people sign out
 */
record Probes(
    Result<Answer> discovery,
    Result<Answer> keys,
    Optional<Result<Answer>> token,
    Result<Answer> logout) {

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  /**
   * Makes the calls.
   *
   * @param provider the identity provider, which knows how the credential is sent
   * @param logout where people sign out
   * @param hasCredential whether there is a credential to send
   */
  static Probes make(
      KeycloakSession session,
      GovBrCalls calls,
      OIDCIdentityProvider provider,
      GovBrConfig config,
      URI logout,
      boolean hasCredential) {
    CloseableHttpClient client = session.getProvider(HttpClientProvider.class).getHttpClient();
    String id = config.getInternalId();
    String issuer = withoutSlash(config.getIssuer());
    Call<Answer> discovery =
        calls.send(
            id, client, Request.whole(Api.DISCOVERY, issuer, new HttpGet(issuer + DISCOVERY)));
    Call<Answer> keys =
        calls.send(
            id,
            client,
            Request.whole(Api.JWK, config.getJwksUrl(), new HttpGet(config.getJwksUrl())));
    Optional<Call<Answer>> token =
        hasCredential
            ? Optional.of(calls.send(id, client, tokenRequest(session, provider, config)))
            : Optional.empty();
    Call<Answer> goodbye =
        calls.send(
            id, client, Request.whole(Api.LOGOUT, config.getLogoutUrl(), new HttpGet(logout)));
    Instant deadline = Instant.now().plus(calls.loginDeadline());
    return new Probes(
        discovery.await(deadline),
        keys.await(deadline),
        token.map(call -> call.await(deadline)),
        goodbye.await(deadline));
  }

  private static Request<Answer> tokenRequest(
      KeycloakSession session, OIDCIdentityProvider provider, GovBrConfig config) {
    return TokenRequest.whole(
        provider.authenticateTokenRequest(
            SimpleHttp.create(session)
                .doPost(config.getTokenUrl())
                .param(OAuth2Constants.GRANT_TYPE, OAuth2Constants.CLIENT_CREDENTIALS)),
        config.getTokenUrl());
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  /** How far gov.br's clock is ahead of ours, by the first answer that says what time it is. */
  Optional<Duration> ahead() {
    return Stream.concat(Stream.of(discovery, keys, logout), token.stream())
        .flatMap(result -> result.value().stream())
        .flatMap(answer -> answer.ahead().stream())
        .findFirst();
  }
}
