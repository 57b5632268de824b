package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import java.util.LinkedHashMap;
import java.util.Map;

/** How an application asks Keycloak to sign somebody in; as it goes on, it may ask for more. */
final class AuthorizationRequest {

  private final Map<String, String> more = new LinkedHashMap<>();
  private String clientId = OwnRealm.APPLICATION;
  private String scope = "openid";
  private String provider = "govbr";

  void of(String application) {
    clientId = application;
  }

  void asking(String scopes) {
    scope = scopes;
  }

  void through(String alias) {
    provider = alias;
  }

  void with(String name, String value) {
    more.put(name, value);
  }

  void without(String name) {
    more.remove(name);
  }

  String clientId() {
    return clientId;
  }

  String provider() {
    return provider;
  }

  /** Its address. */
  String to(OwnRealm realm) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", clientId);
    query.put("response_type", "code");
    query.put("scope", scope);
    query.put("redirect_uri", OwnRealm.CALLBACK);
    query.put("state", "da-aplicacao");
    query.put("kc_idp_hint", provider);
    query.putAll(more);
    return realm.url() + "/protocol/openid-connect/auth?" + HttpBrowser.encoded(query);
  }
}
