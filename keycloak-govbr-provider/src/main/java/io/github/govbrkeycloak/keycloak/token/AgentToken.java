package io.github.govbrkeycloak.keycloak.token;

import io.github.govbrkeycloak.model.Cpf;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;

/**
 * The access token of somebody who signed in under a power of attorney: it alone says on whose
 * behalf (roteiro, "API de Procuração"). It comes by the same way as the ID token, and is believed
 * only after the same checks.
 *
 * @param jws as it came
 * @param claims not to be believed before {@link #represented}
 */
public record AgentToken(JWSInput jws, Claims claims) {

  /** Looks at an access token; empty when it does not claim to be an agent's. */
  public static Optional<AgentToken> of(AccessToken token) {
    return token
        .claims()
        .filter(claims -> claims.flag("agent").orElse(false))
        .flatMap(claims -> jws(token).map(jws -> new AgentToken(jws, claims)));
  }

  private static Optional<JWSInput> jws(AccessToken token) {
    try {
      return Optional.of(new JWSInput(token.value()));
    } catch (JWSInputException notSigned) {
      return Optional.empty();
    }
  }

  /**
   * On whose behalf the person signed in.
   *
   * @param idToken the verified ID token of the same login: same issuer, same person
   * @param clientId our client id at gov.br
   * @param isSigned whether gov.br signed it
   * @param clockSkew difference between the clocks that is forgiven
   * @return empty when the token is not to be believed
   */
  public Optional<Cpf> represented(
      Claims idToken,
      String clientId,
      Predicate<JWSInput> isSigned,
      Instant now,
      Duration clockSkew) {
    boolean good =
        isSame("iss", idToken)
            && claims.list("aud").contains(clientId)
            && claims.instant("exp").filter(exp -> exp.plus(clockSkew).isAfter(now)).isPresent()
            && cpf("sub").isPresent()
            && cpf("sub").equals(idToken.text("sub").flatMap(Cpf::parse))
            && isSigned.test(jws);
    return good ? cpf("grantor_account") : Optional.empty();
  }

  private boolean isSame(String name, Claims idToken) {
    return claims.text(name).isPresent() && claims.text(name).equals(idToken.text(name));
  }

  private Optional<Cpf> cpf(String name) {
    return claims.text(name).flatMap(Cpf::parse);
  }

  /** Tokens are never printed. */
  @Override
  public String toString() {
    return "AgentToken";
  }
}
