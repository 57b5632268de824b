package io.github.govbrkeycloak.benchmarks.login;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.github.govbrkeycloak.benchmarks.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo's realm, with an identity provider and an application for each {@link Way}. */
final class Realm {

  static final String NAME = "medido";

  /** Scopes that every way asks for: what ours asks for unless told otherwise. */
  private static final String USUAL =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken";

  private static final String EVERYTHING = USUAL + " govbr_empresa govbr_recupera_certificadox509";
  private static final String SECRET = "segredo-medido";

  private Realm() {}

  /** Scopes to be provisioned at gov.br. */
  static List<String> scopes() {
    return List.of(EVERYTHING.split(" ", -1));
  }

  /** An application as Keycloak knows it. */
  static Service application(Way way) {
    return new Service(way.application(), SECRET, Service.MEASURED.redirectUri());
  }

  /** An identity provider as gov.br knows it. */
  static Service atGovBr(Way way, String keycloak) {
    return new Service(
        way.alias() + ".orgao.exemplo.gov.br",
        SECRET,
        keycloak + "/realms/" + NAME + "/broker/" + way.alias() + "/endpoint");
  }

  /**
   * The realm as Keycloak imports it.
   *
   * @param demo the demo's realm
   */
  static String json(Path demo, String govBr) throws IOException {
    try {
      Map<String, Object> realm = JSONObjectUtils.parse(Files.readString(demo));
      realm.put("realm", NAME);
      // Off unless told otherwise: the same cost on both sides would hide the difference, and
      // protection from guessing refuses somebody who signs in twice at the same moment.
      realm.put("eventsEnabled", false);
      realm.put("bruteForceProtected", false);
      realm.put(
          "identityProviders",
          Arrays.stream(Way.values()).map(way -> identityProvider(way, govBr)).toList());
      realm.put("identityProviderMappers", List.of(cpfAsUserName()));
      realm.put("clients", Arrays.stream(Way.values()).map(Realm::client).toList());
      return JSONObjectUtils.toJSONString(realm);
    } catch (ParseException e) {
      throw new IOException(demo + " is not JSON", e);
    }
  }

  private static Map<String, Object> identityProvider(Way way, String govBr) {
    return Map.of(
        "alias",
        way.alias(),
        "providerId",
        way.isOurs() ? "govbr" : "oidc",
        "enabled",
        true,
        "trustEmail",
        true,
        "firstBrokerLoginFlowAlias",
        "primeira entrada com gov.br",
        "config",
        way.isOurs() ? ours(way, govBr) : generic(way, govBr));
  }

  private static Map<String, String> ours(Way way, String govBr) {
    Map<String, String> config = new HashMap<>(way.settings());
    config.put("ambiente", "outro");
    config.put("urlSso", govBr);
    if (!way.settings().isEmpty()) {
      config.put("defaultScope", EVERYTHING);
    }
    config.putAll(credential(way));
    return config;
  }

  /** As careful as it can be: with signature and PKCE, which it leaves out unless told. */
  private static Map<String, String> generic(Way way, String govBr) {
    Map<String, String> config = new HashMap<>();
    config.put("issuer", govBr + "/");
    config.put("authorizationUrl", govBr + "/authorize");
    config.put("tokenUrl", govBr + "/token");
    config.put("userInfoUrl", govBr + "/userinfo");
    config.put("jwksUrl", govBr + "/jwk");
    config.put("useJwksUrl", "true");
    config.put("validateSignature", "true");
    config.put("pkceEnabled", "true");
    config.put("pkceMethod", "S256");
    config.put("clientAuthMethod", "client_secret_basic");
    config.put("defaultScope", USUAL);
    config.putAll(credential(way));
    return config;
  }

  /** The cheapest way in which the generic provider lets applications know who that is. */
  private static Map<String, Object> cpfAsUserName() {
    return Map.of(
        "name",
        "CPF",
        "identityProviderAlias",
        Way.GENERIC.alias(),
        "identityProviderMapper",
        "oidc-username-idp-mapper",
        "config",
        Map.of("syncMode", "IMPORT", "template", "${CLAIM.sub}", "target", "LOCAL"));
  }

  private static Map<String, String> credential(Way way) {
    return Map.of(
        "clientId", atGovBr(way, "").clientId(), "clientSecret", SECRET, "syncMode", "FORCE");
  }

  private static Map<String, Object> client(Way way) {
    List<String> scopes = List.of("basic", "acr", "roles", "profile", "email");
    return Map.of(
        "clientId", way.application(),
        "secret", SECRET,
        "redirectUris", List.of(Service.MEASURED.redirectUri()),
        "attributes", Map.of("pkce.code.challenge.method", "S256"),
        "defaultClientScopes",
            way.isOurs() ? Stream.concat(scopes.stream(), Stream.of("govbr")).toList() : scopes,
        "optionalClientScopes", List.of());
  }
}
