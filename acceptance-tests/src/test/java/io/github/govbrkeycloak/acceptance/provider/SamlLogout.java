package io.github.govbrkeycloak.acceptance.provider;

import io.github.govbrkeycloak.acceptance.system.HttpBrowser;
import io.github.govbrkeycloak.acceptance.system.SamlRedirect;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application that speaks SAML sends when somebody signs out (HTTP-Redirect binding). */
final class SamlLogout {

  private static final Pattern ID = Pattern.compile(" ID=\"([^\"]+)\"");
  private static final String REQUEST =
      """
      <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
       xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
       ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s">
      <saml:Issuer>%s</saml:Issuer><saml:NameID>alguem</saml:NameID></samlp:LogoutRequest>""";
  private static final String RESPONSE =
      """
      <samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
       xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" InResponseTo="%s"
       ID="_%s" Version="2.0" IssueInstant="%s" Destination="%s">
      <saml:Issuer>%s</saml:Issuer><samlp:Status><samlp:StatusCode
       Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>""";

  private SamlLogout() {}

  /** Where the application sends the browser to begin. */
  static String request(String realmUrl, String entity) {
    String endpoint = realmUrl + "/protocol/saml";
    return address(
        endpoint, "SAMLRequest", REQUEST.formatted(UUID.randomUUID(), now(), endpoint, entity));
  }

  /** Where the application sends the browser when Keycloak has asked it to sign somebody out. */
  static String response(String realmUrl, String entity, String asked) {
    String endpoint = realmUrl + "/protocol/saml";
    Matcher id =
        ID.matcher(SamlRedirect.inflated(asked.replaceAll("^.*SAMLRequest=([^&]*).*$", "$1")));
    if (!id.find()) {
      throw new IllegalArgumentException("no request");
    }
    return address(
        endpoint,
        "SAMLResponse",
        RESPONSE.formatted(id.group(1), UUID.randomUUID(), now(), endpoint, entity));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String address(String endpoint, String name, String xml) {
    return URI.create(
            endpoint + "?" + HttpBrowser.encoded(Map.of(name, SamlRedirect.deflated(xml))))
        .toString();
  }
}
