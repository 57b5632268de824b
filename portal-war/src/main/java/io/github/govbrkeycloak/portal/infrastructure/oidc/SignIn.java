package io.github.govbrkeycloak.portal.infrastructure.oidc;

import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/**
 * What the container knows of the login of the present request.
 *
 * @param citizen who signed in
 * @param idToken the ID token in compact form; secret like a password, only ever sent to its issuer
 * @param issuer the realm's address at Keycloak
 */
public record SignIn(Citizen citizen, String idToken, URI issuer) {

  /** The login that the request belongs to; empty for an anonymous visitor. */
  public static Optional<SignIn> of(HttpServletRequest request) {
    if (!(request.getUserPrincipal() instanceof OidcPrincipal<?> principal)) {
      return Optional.empty();
    }
    OidcSecurityContext context = principal.getOidcSecurityContext();
    IDToken claims = context.getIDToken();
    if (claims == null) {
      return Optional.empty();
    }
    String idToken = context.getIDTokenString();
    Citizen citizen = CitizenReader.read(idToken, new PersonId(claims.getSubject()));
    return Optional.of(new SignIn(citizen, idToken, URI.create(claims.getIssuer())));
  }

  /** Where Keycloak ends its own session (OpenID Connect RP-Initiated Logout). */
  public String endSessionAddress() {
    return issuer + "/protocol/openid-connect/logout";
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SignIn[" + citizen + " at " + issuer + "]";
  }
}
