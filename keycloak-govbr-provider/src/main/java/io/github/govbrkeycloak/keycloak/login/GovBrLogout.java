package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/**
 * Ends the session at gov.br. Its logout takes exactly the registered address, echoes no {@code
 * state}, and needs no token (roteiro, "Passo 8"): so nothing else is sent.
 *
 * @param server base address of this server
 */
public record GovBrLogout(URI server, RealmModel realm, GovBrConfig config) {

  /** Sends the browser there. */
  public Response begin() {
    String registered =
        Urls.identityProviderAuthnResponse(server, config.getAlias(), realm.getName())
            + "/"
            + GovBrEndpoint.LOGOUT_RESPONSE;
    return Response.seeOther(
            UriBuilder.fromUri(config.getLogoutUrl())
                .queryParam("post_logout_redirect_uri", registered)
                .build())
        .build();
  }
}
