package io.github.govbrkeycloak.keycloak.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.common.util.UriUtils;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Each address of the environment {@code outro}, so that an issuer that only speaks standard OpenID
 * Connect can stand in for gov.br, for instance a test suite.
 *
 * <p>In every other environment none of these settings counts, whatever was stored: gov.br's
 * addresses are known, and its subject is a CPF.
 */
public final class EndpointSettings {

  static final String ISSUER = "urlEmissor";
  static final String AUTHORIZATION = "urlAutorizacao";
  static final String TOKEN = "urlToken";
  static final String USER_INFO = "urlUserinfo";
  static final String JWKS = "urlJwk";
  static final String LOGOUT = "urlLogout";
  static final String PARAMETERS = "parametrosAutorizacao";
  static final String APIS = "apisGovBr";
  static final String FREE_SUBJECT = "sujeitoLivre";

  private static final List<String> ADDRESSES =
      List.of(ISSUER, AUTHORIZATION, TOKEN, USER_INFO, JWKS, LOGOUT);

  /** What protects a login is not to be overwritten by a setting. */
  private static final Set<String> OWN_PARAMETERS =
      Set.of(
          "client_id",
          "code_challenge",
          "code_challenge_method",
          "nonce",
          "redirect_uri",
          "request",
          "request_uri",
          "response_mode",
          "response_type",
          "scope",
          "state");

  private static final String[] NONE = {};

  private final Map<String, String> config;

  EndpointSettings(Map<String, String> config, Ambiente ambiente) {
    this.config = ambiente == Ambiente.OUTRO ? config : Map.of();
  }

  Optional<String> issuer() {
    return configured(ISSUER);
  }

  Optional<String> authorization() {
    return configured(AUTHORIZATION);
  }

  Optional<String> token() {
    return configured(TOKEN);
  }

  Optional<String> userInfo() {
    return configured(USER_INFO);
  }

  Optional<String> jwks() {
    return configured(JWKS);
  }

  Optional<String> logout() {
    return configured(LOGOUT);
  }

  /** More parameters for the authorization request. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : configured(PARAMETERS).map(text -> text.split("&", -1)).orElse(NONE)) {
      int equals = pair.indexOf('=');
      parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return parameters;
  }

  /** Whether the issuer has gov.br's own APIs beside the standard ones. */
  public boolean hasGovBrApis() {
    return !"false".equals(config.get(APIS));
  }

  /** Whether the subject need not be a CPF. */
  public boolean hasFreeSubject() {
    return Boolean.parseBoolean(config.get(FREE_SUBJECT));
  }

  private Optional<String> configured(String key) {
    return Optional.ofNullable(config.get(key)).map(String::trim).filter(v -> !v.isEmpty());
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /**
   * Refuses what cannot work.
   *
   * @throws InvalidSettingException naming the field and the remedy
   */
  void validate(SslRequired sslRequired) {
    ADDRESSES.forEach(
        key -> configured(key).ifPresent(address -> validateAddress(key, address, sslRequired)));
    configured(PARAMETERS).ifPresent(EndpointSettings::validateParameters);
  }

  static void validateAddress(String key, String address, SslRequired sslRequired) {
    if (!isWebAddress(address)) {
      throw InvalidSettingException.of(key, "endereco.forma");
    }
    try {
      UriUtils.checkUrl(sslRequired, address, key);
    } catch (IllegalArgumentException notEncrypted) {
      throw InvalidSettingException.of(key, "endereco.https");
    }
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private static void validateParameters(String written) {
    for (String pair : written.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || !isDecodable(pair)) {
        throw InvalidSettingException.of(PARAMETERS, "parametros.forma");
      }
      String name = decoded(pair.substring(0, equals));
      if (OWN_PARAMETERS.contains(name)) {
        throw InvalidSettingException.of(PARAMETERS, "parametros.nosso", name);
      }
    }
  }

  private static boolean isDecodable(String text) {
    try {
      return !decoded(text).isEmpty();
    } catch (IllegalArgumentException badEscape) {
      return false;
    }
  }

  /** The fields, in the order in which the console shows them. */
  static List<ProviderConfigProperty> properties() {
    ConsoleFields fields = ConsoleFields.of("govbr");
    ADDRESSES.forEach(fields::text);
    return fields.text(PARAMETERS).onOff(APIS, true).onOff(FREE_SUBJECT, false).build();
  }
}
