package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The discovery document, as measured. It lacks what gov.br's lacks: an end of session, PKCE
 * methods, the scope {@code govbr_confiabilidades_idtoken}, revocation, introspection, {@code acr}.
 */
@Path("/.well-known/openid-configuration")
public final class DiscoveryResource {

  private final Issuer issuer;

  DiscoveryResource(Issuer issuer) {
    this.issuer = issuer;
  }

  /** The document. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer.name());
    document.put("authorization_endpoint", issuer.address("/authorize"));
    document.put("token_endpoint", issuer.address("/token"));
    document.put("userinfo_endpoint", issuer.address("/userinfo"));
    document.put("jwks_uri", issuer.address("/jwk"));
    document.put(
        "scopes_supported",
        List.of(
            "openid",
            "profile",
            "email",
            "phone",
            "govbr_empresa",
            "govbr_confiabilidades",
            "govbr_recupera_certificadox509"));
    document.put("response_types_supported", List.of("code"));
    document.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    document.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "client_secret_basic"));
    document.put("subject_types_supported", List.of("public", "pairwise"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256", "RS512"));
    document.put(
        "claims_supported",
        List.of(
            "sub",
            "name",
            "preferred_username",
            "profile",
            "picture",
            "email",
            "email_verified",
            "phone_number",
            "phone_number_verified"));
    return document;
  }
}
