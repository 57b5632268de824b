package io.github.govbrkeycloak.example.api;

import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Whoever the access token speaks of. WildFly has checked its signature, issuer, audience and time.
 *
 * @param account the person's key in this service's database
 * @param level {@code bronze}, {@code prata} or {@code ouro}; {@code 0} if it is not known
 * @param seals numbers of gov.br's seals
 * @param cnpj of the company certificate used, if there was one
 */
record Caller(String account, String level, List<String> seals, Optional<String> cnpj) {

  private static final String UNKNOWN = "0";
  private static final List<String> LEVELS = List.of("bronze", "prata", "ouro");

  static Caller of(SecurityContext security) {
    OidcPrincipal<?> principal = (OidcPrincipal<?>) security.getUserPrincipal();
    AccessToken token = principal.getOidcSecurityContext().getToken();
    // A program that calls for nobody has no level at all.
    String level = token.getClaimValueAsString("acr");
    List<String> seals = token.getStringListClaimValue("govbr_selos");
    return new Caller(
        principal.getName(),
        level == null ? UNKNOWN : level,
        seals == null ? List.of() : List.copyOf(seals),
        Optional.ofNullable(token.getClaimValueAsString("cnpj")));
  }

  /** Whether the level is this one or a higher one; an absent or unknown level never is. */
  boolean has(String minimum) {
    return LEVELS.indexOf(level) >= LEVELS.indexOf(minimum);
  }
}
