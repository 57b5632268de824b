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
record Catalogue(KeycloakSession session, RealmModel realm, GovBrConfig config) {

  /** Where to send a person who is to have a level, or a higher one. */
  URI addressFor(Nivel wanted) {
    return UriBuilder.fromUri(config.catalogoUrl() + "/")
        .queryParam("client_id", config.getClientId())
        .queryParam("niveis", levels(wanted))
        .queryParam("redirect_uri", returnAddress())
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

  /** An address that is registered at gov.br, letter by letter. */
  private String returnAddress() {
    String login =
        Urls.identityProviderAuthnResponse(
                session.getContext().getUri().getBaseUri(), config.getAlias(), realm.getName())
            .toString();
    return config.steps().hasOwnReturn()
        ? login + "/" + LevelResource.PATH + "/" + LevelResource.RETURN
        : login;
  }
}
