package io.github.govbrkeycloak.keycloak.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicNameValuePair;
import org.keycloak.http.simple.SimpleHttpRequest;

/**
 * The token request as Keycloak makes and authenticates it, in a form that can be given up on:
 * Keycloak's own form cannot be aborted.
 */
public final class TokenRequest {

  private TokenRequest() {}

  /**
   * The same request.
   *
   * @param api which token endpoint
   * @param address gov.br's base address
   */
  public static Request<String> of(Api api, SimpleHttpRequest keycloaks, String address) {
    return new Request<>(
        api, address, post(keycloaks), body -> new String(body, StandardCharsets.UTF_8));
  }

  /**
   * The same request, of which a refusal counts as an answer, too.
   *
   * @param address gov.br's base address
   */
  public static Request<Answer> whole(SimpleHttpRequest keycloaks, String address) {
    return Request.whole(Api.TOKEN, address, post(keycloaks));
  }

  private static HttpPost post(SimpleHttpRequest keycloaks) {
    HttpPost http = new HttpPost(keycloaks.getUrl());
    if (keycloaks.getHeaders() != null) {
      keycloaks.getHeaders().forEach(http::setHeader);
    }
    http.setEntity(
        new UrlEncodedFormEntity(parameters(keycloaks.getParams()), StandardCharsets.UTF_8));
    return http;
  }

  private static List<NameValuePair> parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .<NameValuePair>map(entry -> new BasicNameValuePair(entry.getKey(), entry.getValue()))
        .toList();
  }
}
