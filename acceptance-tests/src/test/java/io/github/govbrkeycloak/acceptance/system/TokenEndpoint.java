package io.github.govbrkeycloak.acceptance.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a public application of a realm asks the token endpoint for.
 *
 * @param realm of the application
 * @param clientId of the application
 */
public record TokenEndpoint(RunningSystem system, OwnRealm realm, String clientId) {

  /** The tokens for a code. */
  public JsonNode forCode(String code) {
    return system.postForm(address(), codeGrant(code));
  }

  /** The answer to a code, whatever it is. */
  public JsonNode answerToCode(String code) {
    return system.tryPostForm(address(), codeGrant(code));
  }

  private String codeGrant(String code) {
    return HttpBrowser.encoded(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            clientId,
            "code",
            code,
            "redirect_uri",
            OwnRealm.CALLBACK));
  }

  /** The answer to a refresh: new tokens of the same session, or why not. */
  public JsonNode answerToRefresh(JsonNode tokens) {
    return system.tryPostForm(
        address(),
        HttpBrowser.encoded(
            Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                clientId,
                "refresh_token",
                tokens.path("refresh_token").asText())));
  }

  private String address() {
    return realm.url() + "/protocol/openid-connect/token";
  }
}
