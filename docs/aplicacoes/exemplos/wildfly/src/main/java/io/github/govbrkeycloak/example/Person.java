package io.github.govbrkeycloak.example;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Who signed in, as Keycloak's access token tells. What gov.br did not state is null, or an empty
 * list.
 *
 * @param account the person's key in this application's database
 * @param level {@code bronze}, {@code prata} or {@code ouro}; {@code 0} if it is not known
 * @param seals numbers of gov.br's seals
 * @param cnpj of the company certificate used; digits or capital letters
 */
public record Person(
    String account, String name, String cpf, String level, List<String> seals, String cnpj) {

  /** Reads them; the request is for a protected page, so somebody signed in. */
  static Person of(HttpServletRequest request) {
    OidcPrincipal<?> principal = (OidcPrincipal<?>) request.getUserPrincipal();
    AccessToken token = principal.getOidcSecurityContext().getToken();
    List<String> seals = token.getStringListClaimValue("govbr_selos");
    return new Person(
        principal.getName(),
        token.getClaimValueAsString("name"),
        token.getClaimValueAsString("cpf"),
        token.getClaimValueAsString("acr"),
        seals == null ? List.of() : List.copyOf(seals),
        token.getClaimValueAsString("cnpj"));
  }

  /** Without personal data, for logs. */
  @Override
  public String toString() {
    return "Person[" + account + "]";
  }
}
