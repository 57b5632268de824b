package io.github.govbrkeycloak.keycloak.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Configuration of one {@code govbr} identity provider.
 *
 * <p>Addresses and protections are computed, never stored: changing the environment changes all
 * addresses at once, and no import or console field can switch PKCE, nonce or signature off.
 */
public class GovBrConfig extends OIDCIdentityProviderConfig {

  /** Which gov.br: one of {@link Ambiente#configValue()}. */
  public static final String AMBIENTE = "ambiente";

  /** Base address of the login, when the environment is {@code outro}. */
  public static final String URL_SSO = "urlSso";

  /** Base address of the APIs, when the environment is {@code outro}; the login's when empty. */
  public static final String URL_API = "urlApi";

  /** Address of the catalogue of seals, in {@code outro}; below the login's when empty. */
  public static final String URL_CATALOGO = "urlCatalogo";

  /** Whether to call gov.br's userinfo at each login although the ID token has all. */
  public static final String CONSULTAR_USERINFO = "consultarUserinfo";

  /** What is asked of gov.br when nothing else is configured (roteiro, "Passo 3"). */
  public static final String DEFAULT_SCOPE =
      "openid email profile govbr_confiabilidades govbr_confiabilidades_idtoken";

  static final String SCOPE = "defaultScope";
  static final String SCOPE_LABEL = "govbr.escopos.label";

  /** gov.br's ID token lives 60 s: this much difference between the clocks is forgiven. */
  private static final int DEFAULT_CLOCK_SKEW_SECONDS = 30;

  private static final String CATALOGO = "/catalogo";
  private static final String REVALIDACAO = "/oauth/v1";
  private static final String PKCE_S256 = "S256";
  private static final Pattern SEPARATORS = Pattern.compile("[ +]+");

  public GovBrConfig(IdentityProviderModel model) {
    super(model);
  }

  public GovBrConfig() {}

  /** The environment; production when nothing was configured, because it is the strictest. */
  public Ambiente ambiente() {
    return configured(AMBIENTE)
        .map(
            word ->
                Ambiente.of(word)
                    .orElseThrow(() -> new IllegalArgumentException("Unknown gov.br environment")))
        .orElse(Ambiente.PRODUCAO);
  }

  /** The addresses one by one, in {@code outro}. */
  public EndpointSettings endpoints() {
    return new EndpointSettings(getConfig(), ambiente());
  }

  private GovBrAddresses addresses() {
    return ambiente().addresses().orElseGet(this::configuredAddresses);
  }

  private GovBrAddresses configuredAddresses() {
    String sso = configured(URL_SSO).orElse("");
    return new GovBrAddresses(
        sso,
        configured(URL_API).orElse(sso),
        configured(URL_CATALOGO).orElse(GovBrAddresses.withoutSlash(sso) + CATALOGO),
        configured(SenhaSettings.URL).orElse(GovBrAddresses.withoutSlash(sso) + REVALIDACAO));
  }

  /** What was written in a setting; empty when it is blank. */
  Optional<String> configured(String key) {
    return Optional.ofNullable(getConfig().get(key)).map(String::trim).filter(v -> !v.isEmpty());
  }

  /** Base address of the login, without a slash at the end. */
  public String ssoUrl() {
    return addresses().sso();
  }

  /** Base address of the APIs, without a slash at the end. */
  public String apiUrl() {
    return addresses().api();
  }

  /** Address of the catalogue of seals, without a slash at the end. */
  public String catalogoUrl() {
    return addresses().catalogo();
  }

  /**
   * Whether a login calls userinfo.
   *
   * @param incomplete whether the ID token lacks something that userinfo has
   */
  public boolean asksUserInfo(boolean incomplete) {
    return !isDisableUserInfoService()
        && (incomplete || Boolean.parseBoolean(getConfig().get(CONSULTAR_USERINFO)));
  }

  /** What the login asks of gov.br, one by one. */
  public Set<String> scopes() {
    return SEPARATORS
        .splitAsStream(getDefaultScope().strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is asked of gov.br beyond the ID token. */
  public FactSettings facts() {
    return new FactSettings(getConfig());
  }

  /** How people are sent to gov.br for something. */
  public StepSettings steps() {
    return new StepSettings(getConfig());
  }

  /** What Keycloak keeps of a person, and under which name. */
  public PrivacySettings privacy() {
    return new PrivacySettings(getConfig());
  }

  /** How the password is asked for again. */
  public SenhaSettings senha() {
    return new SenhaSettings(getConfig(), addresses().revalidacao(), getIssuer());
  }

  /** How somebody signs in as an agent. */
  public ProcuracaoSettings procuracao() {
    return new ProcuracaoSettings(getConfig());
  }

  @Override
  public String getAuthorizationUrl() {
    return endpoints().authorization().orElseGet(() -> addresses().sso() + "/authorize");
  }

  @Override
  public String getTokenUrl() {
    return endpoints().token().orElseGet(() -> addresses().sso() + "/token");
  }

  @Override
  public String getUserInfoUrl() {
    return endpoints().userInfo().orElseGet(() -> addresses().sso() + "/userinfo");
  }

  @Override
  public String getJwksUrl() {
    return endpoints().jwks().orElseGet(() -> addresses().sso() + "/jwk");
  }

  @Override
  public String getLogoutUrl() {
    return endpoints().logout().orElseGet(() -> addresses().sso() + "/logout");
  }

  /** gov.br's issuer ends with a slash. */
  @Override
  public String getIssuer() {
    return endpoints().issuer().orElseGet(() -> addresses().sso() + "/");
  }

  @Override
  public String getDefaultScope() {
    String configured = super.getDefaultScope();
    return isBlank(configured) ? DEFAULT_SCOPE : configured;
  }

  /** gov.br's documents show HTTP Basic. */
  @Override
  public String getClientAuthMethod() {
    String configured = super.getClientAuthMethod();
    return isBlank(configured) ? OIDCLoginProtocol.CLIENT_SECRET_BASIC : configured;
  }

  @Override
  public boolean isPkceEnabled() {
    return true;
  }

  @Override
  public String getPkceMethod() {
    return PKCE_S256;
  }

  @Override
  public boolean isDisableNonce() {
    return false;
  }

  @Override
  public boolean isValidateSignature() {
    return true;
  }

  @Override
  public boolean isUseJwksUrl() {
    return true;
  }

  @Override
  public int getAllowedClockSkew() {
    int configured = super.getAllowedClockSkew();
    return configured > 0 ? configured : DEFAULT_CLOCK_SKEW_SECONDS;
  }

  /** gov.br does not know {@code acr_values}: nothing of the application's request is passed on. */
  @Override
  public String getForwardParameters() {
    return "";
  }

  /** Keycloak would keep all of gov.br's tokens, and hand them on: see {@link FactSettings}. */
  @Override
  public boolean isStoreTokenInSession() {
    return false;
  }

  @Override
  public boolean isSendIdTokenOnLogout() {
    return false;
  }

  /** A token of gov.br signs a person in through a login only, never as an assertion. */
  @Override
  public boolean isJWTAuthorizationGrantEnabled() {
    return false;
  }

  @Override
  public boolean isSupportsClientAssertions() {
    return false;
  }

  /** Keycloak would log the claim's values: see {@link #essentialClaim()}. */
  @Override
  public boolean isFilteredByClaims() {
    return false;
  }

  /** The claim without which nobody signs in; empty when nothing is demanded. */
  public Optional<EssentialClaim> essentialClaim() {
    return super.isFilteredByClaims()
        ? Optional.of(EssentialClaim.of(getClaimFilterName(), getClaimFilterValue()))
        : Optional.empty();
  }

  @Override
  public boolean isBackchannelSupported() {
    return false;
  }

  /**
   * Refuses a configuration that cannot work, with a sentence for the administrator.
   *
   * @throws IllegalArgumentException with that sentence; the console shows it
   */
  @Override
  public void validate(RealmModel realm) {
    new ConfigValidation(this, realm)
        .refuseWhatCannotWork(Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession()));
    super.validate(realm);
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
