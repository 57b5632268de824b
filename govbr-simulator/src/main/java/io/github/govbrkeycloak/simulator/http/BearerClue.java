package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import java.util.Optional;

/** Tells the caller from the token it brings, even an expired or wrong one. */
final class BearerClue implements CallerClue {

  private final AccessTokens accessTokens;

  BearerClue(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public Caller read(IncomingCall call) {
    return call.header("Authorization")
        .flatMap(accessTokens::inHeader)
        .map(BearerClue::citizen)
        .orElseGet(
            () -> Caller.client(call.header("Authorization").flatMap(accessTokens::clientOf)));
  }

  private static Caller citizen(AccessToken token) {
    return new Caller(
        Optional.of(token.clientId()),
        Optional.of(token.persona().id()),
        Optional.ofNullable(token.login()));
  }
}
