package io.github.govbrkeycloak.keycloak.token;

import io.github.govbrkeycloak.model.Cpf;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * Whether an access token belongs to the ID token beside it, before it is sent anywhere.
 *
 * <p>Rules: OpenID Connect Core 1.0, section 3.1.3.8 ({@code at_hash} where there is one; gov.br
 * sends none); gov.br's access token is a JWT about the same person (roteiro, "Passo 9"). A token
 * that cannot be read says nothing against itself: what it is, is the issuer's affair.
 */
public final class AccessTokenMatch {

  private AccessTokenMatch() {}

  /**
   * Whether nothing speaks against it.
   *
   * @param idToken the verified ID token's claims
   * @param algorithm the algorithm of the ID token's signature
   */
  public static boolean holds(AccessToken accessToken, Claims idToken, String algorithm) {
    return hasHash(accessToken.value(), idToken, algorithm) && isAboutTheSame(accessToken, idToken);
  }

  private static boolean hasHash(String accessToken, Claims idToken, String algorithm) {
    // The hash of EdDSA depends on the curve, and the standard leaves this check to the client.
    return idToken.values().get("at_hash") == null
        || Algorithm.EdDSA.equals(algorithm)
        || idToken
            .exactText("at_hash")
            .filter(HashUtils.accessTokenHash(algorithm, accessToken)::equals)
            .isPresent();
  }

  private static boolean isAboutTheSame(AccessToken accessToken, Claims idToken) {
    Optional<Cpf> person =
        accessToken.claims().flatMap(said -> said.exactText("sub")).flatMap(Cpf::parse);
    return person.isEmpty() || person.equals(idToken.text("sub").flatMap(Cpf::parse));
  }
}
