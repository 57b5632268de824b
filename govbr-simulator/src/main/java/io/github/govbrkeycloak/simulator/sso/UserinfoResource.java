package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.behaviour.Behaviours;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.fixtures.Personas;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import io.github.govbrkeycloak.simulator.tokens.AccessTokens;
import io.github.govbrkeycloak.simulator.tokens.Issuer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What gov.br tells about the person behind an access token; booleans are booleans here. */
@Path("/userinfo")
public final class UserinfoResource {

  private final AccessTokens accessTokens;
  private final Personas personas;
  private final Behaviours behaviours;
  private final Settings settings;
  private final Issuer issuer;
  private final Portraits portraits = new Portraits();

  UserinfoResource(
      AccessTokens accessTokens,
      Personas personas,
      Behaviours behaviours,
      Settings settings,
      Issuer issuer) {
    this.accessTokens = accessTokens;
    this.personas = personas;
    this.behaviours = behaviours;
    this.settings = settings;
    this.issuer = issuer;
  }

  /** The person's facts, as far as the token's scopes reach. */
  @GET
  public Response userinfo(@HeaderParam("Authorization") String authorization) {
    return valid(authorization)
        .map(token -> Response.ok(facts(token), MediaType.APPLICATION_JSON_TYPE).build())
        .orElseGet(UserinfoResource::refused);
  }

  /** The person's photo: the bytes of an image, or as gov.br's guide says Base64 (Passo 10). */
  @GET
  @Path("/picture")
  public Response picture(@HeaderParam("Authorization") String authorization) {
    Optional<AccessToken> token = valid(authorization);
    if (token.isEmpty()) {
      return refused();
    }
    Persona persona = token.get().persona();
    if (!persona.foto()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    byte[] png = portraits.png(persona);
    return settings.chosen(Choice.PICTURE_BASE64)
        ? Response.ok(Base64.getEncoder().encodeToString(png), MediaType.TEXT_PLAIN).build()
        : Response.ok(png, "image/png").build();
  }

  private Map<String, Object> facts(AccessToken token) {
    boolean another =
        behaviours.acts(Behaviour.SUB_DE_OUTRA_PESSOA, token.callTo(SsoEndpoints.USERINFO));
    Persona persona = another ? personas.otherThan(token.persona().cpf()) : token.persona();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sub", persona.cpf());
    if (token.has("profile")) {
      facts.put("name", persona.nome());
      if (settings.chosen(Choice.NAME_IN_PARTS)) {
        facts.put("given_name", persona.givenName());
        facts.put("family_name", persona.familyName());
      }
      if (persona.nomeSocial() != null) {
        facts.put("social_name", persona.nomeSocial());
      }
      facts.put("profile", issuer.address("/"));
      facts.put("picture", issuer.address("/userinfo/picture"));
    }
    if (token.has("email")) {
      persona.toldEmail().ifPresent(email -> facts.put("email", email));
      facts.put("email_verified", persona.toldEmail().isPresent());
    }
    if (token.has("phone")) {
      persona.toldPhone().ifPresent(phone -> facts.put("phone_number", phone));
      facts.put("phone_number_verified", persona.toldPhone().isPresent());
    }
    return facts;
  }

  private Optional<AccessToken> valid(String authorization) {
    return accessTokens.inHeader(authorization).filter(token -> !accessTokens.expired(token));
  }

  private static Response refused() {
    return OAuthError.answer(401, "invalid_token", "Invalid access token")
        .header("WWW-Authenticate", "Bearer realm=\"gov.br\", error=\"invalid_token\"")
        .build();
  }
}
