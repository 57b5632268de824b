package io.github.govbrkeycloak.keycloak.requirements;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Puts the {@link TokenGate} before the tokens of all realms. */
public final class TokenGateFactory implements TokenPostProcessorFactory {

  @Override
  public TokenPostProcessor create(KeycloakSession session) {
    return new TokenGate(session);
  }

  @Override
  public String getId() {
    return RequirementsExecutorFactory.PROVIDER_ID;
  }
}
