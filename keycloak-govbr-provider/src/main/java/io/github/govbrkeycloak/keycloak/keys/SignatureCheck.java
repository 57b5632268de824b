package io.github.govbrkeycloak.keycloak.keys;

import io.github.govbrkeycloak.keycloak.login.LoginRefusedException;
import io.github.govbrkeycloak.keycloak.token.SignedToken;
import org.jboss.logging.Logger;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Whether an issuer really signed a token, by the keys that it publishes and no others: what a
 * token's own header offers as a key is not looked at.
 */
public final class SignatureCheck {

  private static final Logger LOG = Logger.getLogger(SignatureCheck.class);

  private final KeycloakSession session;
  private final IssuerKeys keys;
  private final JwkEndpoint endpoint;

  public SignatureCheck(KeycloakSession session, IssuerKeys keys, JwkEndpoint endpoint) {
    this.session = session;
    this.keys = keys;
    this.endpoint = endpoint;
  }

  /**
   * Tries the known keys, then newer ones: a key that was changed, even without changing its id,
   * heals by itself.
   *
   * @throws LoginRefusedException when the issuer does not tell its keys
   */
  public boolean confirms(SignedToken token) {
    KeySet known = keys.known(endpoint.address(), endpoint);
    if (isConfirmed(token, known)) {
      return true;
    }
    KeySet newer = keys.newerThan(known, endpoint.address(), endpoint);
    return newer != known && isConfirmed(token, newer);
  }

  /** Asks for the keys now, for an administrator; says whether newer ones were read. */
  public boolean reload() {
    try {
      KeySet known = keys.known(endpoint.address(), endpoint);
      return keys.newerThan(known, endpoint.address(), endpoint) != known;
    } catch (LoginRefusedException unanswered) {
      return false;
    }
  }

  private boolean isConfirmed(SignedToken token, KeySet from) {
    return from.candidates(token.kid(), token.algorithm()).stream()
        .anyMatch(key -> isConfirmed(token, key));
  }

  private boolean isConfirmed(SignedToken token, KeyWrapper key) {
    SignatureProvider provider = session.getProvider(SignatureProvider.class, token.algorithm());
    try {
      return provider != null
          && provider.verifier(key).verify(token.signedBytes(), token.signature());
    } catch (VerificationException unfit) {
      LOG.debugf("key unfit for %s", token.algorithm());
      return false;
    } catch (RuntimeException unfit) {
      LOG.debugf("key or signature unfit: %s", unfit.getClass().getName());
      return false;
    }
  }
}
