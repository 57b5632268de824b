package io.github.govbrkeycloak.keycloak.steps.level;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.model.Nivel;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;

/**
 * gov.br's catalogue of seals, where a person raises the level of the account (roteiro, "Passo
 * 12"). It takes only levels, and sends the browser back with nothing: neither code nor state, and
 * the same whether the level was reached or not.
 */
public record Catalogue(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  /** Where to send a person who is to have a level, or a higher one. */
  URI addressFor(Nivel wanted) {
    return UriBuilder.fromUri(config.catalogoUrl() + "/")
        .queryParam("client_id", config.getClientId())
        .queryParam("niveis", levels(wanted))
        .queryParam(
            "redirect_uri",
            returnAddress(session.getContext().getUri().getBaseUri(), realm, config).toString())
        .build();
  }

  /** Any of several is written in parentheses, with slashes. */
  static String levels(Nivel wanted) {
    String ids =
        Nivel.all().stream()
            .filter(nivel -> nivel.isAtLeast(wanted))
            .map(Nivel::id)
            .collect(Collectors.joining("/"));
    return ids.contains("/") ? "(" + ids + ")" : ids;
  }

  /**
   * Where gov.br sends the browser back to: an address that is registered there, letter by letter.
   *
   * @param keycloak Keycloak's address as browsers know it
   */
  public static URI returnAddress(URI keycloak, RealmModel realm, GovBrConfig config) {
    URI login = Urls.identityProviderAuthnResponse(keycloak, config.getAlias(), realm.getName());
    return config.steps().hasOwnReturn()
        ? URI.create(login + "/" + LevelResource.PATH + "/" + LevelResource.RETURN)
        : login;
  }
}
