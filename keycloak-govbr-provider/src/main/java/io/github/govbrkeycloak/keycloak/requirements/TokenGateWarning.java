package io.github.govbrkeycloak.keycloak.requirements;

import org.jboss.logging.Logger;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Tells administrators, when the server starts, that its Keycloak is too old for the {@link
 * TokenGate}. Such a Keycloak passes over it without a word, and signs people in all the same.
 */
public final class TokenGateWarning {

  private static final Logger LOG = Logger.getLogger(TokenGateWarning.class);

  /** Keycloak's name of what the gate is one of. */
  private static final String TOKEN_INTERCEPTORS = "token-interceptor";

  private TokenGateWarning() {}

  /** Tells it, where it is so. */
  public static void tell(KeycloakSessionFactory server) {
    if (isDue(server)) {
      LOG.errorf(
          "Keycloak %s is too old: what applications demand of people is not checked at refresh and"
              + " token exchange, and client policies with %s let nobody in. See"
              + " docs/compatibilidade.md",
          Version.VERSION, RequirementsExecutorFactory.PROVIDER_ID);
    }
  }

  static boolean isDue(KeycloakSessionFactory server) {
    return server.getSpis().stream().noneMatch(spi -> spi.getName().equals(TOKEN_INTERCEPTORS));
  }
}
