package io.github.govbrkeycloak.simulator.http;

import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import io.github.govbrkeycloak.simulator.tokens.ServiceToken;
import java.util.Optional;

/** Tells the caller from the access token it brings, even an expired one. */
final class BearerClue implements CallerClue {

  private final AccessTokens accessTokens;

  BearerClue(AccessTokens accessTokens) {
    this.accessTokens = accessTokens;
  }

  @Override
  public Caller read(IncomingCall call) {
    return call.header("Authorization")
        .flatMap(accessTokens::inHeader)
        .map(token -> new Caller(Optional.of(token.clientId()), Optional.of(token.persona().id())))
        .or(() -> call.header("Authorization").flatMap(accessTokens::service).map(this::service))
        .orElse(Caller.UNKNOWN);
  }

  private Caller service(ServiceToken token) {
    return Caller.client(Optional.of(token.clientId()));
  }
}
