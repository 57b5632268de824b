package io.github.govbrkeycloak.keycloak.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.TokenExchangeSpi;
import org.keycloak.protocol.oidc.token.TokenInterceptorSpi;
import org.keycloak.provider.Spi;

class TokenGateWarningTest {

  @Test
  void is_due_where_keycloak_does_not_ask_before_tokens() {
    assertThat(TokenGateWarning.isDue(serverWith(new TokenExchangeSpi()))).isTrue();
  }

  @Test
  void is_not_due_where_it_does() {
    assertThat(
            TokenGateWarning.isDue(serverWith(new TokenExchangeSpi(), new TokenInterceptorSpi())))
        .isFalse();
  }

  private static KeycloakSessionFactory serverWith(Spi... spis) {
    return (KeycloakSessionFactory)
        Proxy.newProxyInstance(
            TokenGateWarningTest.class.getClassLoader(),
            new Class<?>[] {KeycloakSessionFactory.class},
            (proxy, method, arguments) -> Set.of(spis));
  }
}
