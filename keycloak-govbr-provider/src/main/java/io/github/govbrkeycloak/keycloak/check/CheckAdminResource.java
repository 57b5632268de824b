package io.github.govbrkeycloak.keycloak.check;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * The check for programs, in Keycloak's admin REST API. It sends the credential to gov.br, so it
 * takes the right to change identity providers, not only to look at them.
 */
public final class CheckAdminResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissionEvaluator auth;

  CheckAdminResource(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth) {
    this.session = session;
    this.realm = realm;
    this.auth = auth;
  }

  /**
   * Looks at the identity provider of an alias.
   *
   * @throws NotFoundException when the realm has none for gov.br of that alias
   */
  @GET
  @Path("{alias}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response check(@PathParam("alias") String alias) {
    auth.realm().requireManageIdentityProviders();
    ReportJson report =
        new ConfigurationCheck(session, realm)
            .of(alias)
            .map(found -> ReportJson.of(found, Texts.of(session, null)))
            .orElseThrow(NotFoundException::new);
    return Response.ok(report).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
