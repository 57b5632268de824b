package io.github.govbrkeycloak.keycloak.companies;

import io.github.govbrkeycloak.keycloak.identity.LinkedCompany;
import io.github.govbrkeycloak.model.Cnpj;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.keycloak.crypto.KeyUse;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The company that a person chose last in an application, remembered by the browser: a cookie that
 * names neither the company nor the person, and that another person's list does not match. It only
 * says which company stands first on the page, so that nothing is lost when it is forged or gone.
 *
 * @param session of the request
 * @param login the login of this person into this application
 */
record LastCompany(KeycloakSession session, AuthenticationSessionModel login) {

  private static final Duration LIFESPAN = Duration.ofDays(180);
  private static final String PREFIX = "GOVBR_EMPRESA_";
  private static final int NAME_LENGTH = 12;
  private static final String HMAC = "HmacSHA256";

  /** Remembers a company. */
  void remember(Cnpj company) {
    session
        .getContext()
        .getHttpResponse()
        .setCookieIfAbsent(
            new NewCookie.Builder(name())
                .value(sign(company))
                .path(path())
                .maxAge((int) LIFESPAN.toSeconds())
                .httpOnly(true)
                .secure("https".equals(session.getContext().getUri().getBaseUri().getScheme()))
                .sameSite(NewCookie.SameSite.LAX)
                .build());
  }

  /** The remembered one among a person's companies. */
  Optional<LinkedCompany> in(Companies companies) {
    Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(name());
    if (cookie == null) {
      return Optional.empty();
    }
    byte[] remembered = cookie.getValue().getBytes(StandardCharsets.UTF_8);
    return companies.all().stream()
        .filter(
            company ->
                MessageDigest.isEqual(
                    sign(company.cnpj()).getBytes(StandardCharsets.UTF_8), remembered))
        .findFirst();
  }

  private String name() {
    String hash = HashUtils.sha256UrlEncodedHash(login.getClient().getId(), StandardCharsets.UTF_8);
    return PREFIX + hash.substring(0, NAME_LENGTH);
  }

  private String path() {
    return LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
        .build(login.getRealm().getName())
        .getRawPath();
  }

  private String sign(Cnpj company) {
    SecretKey key =
        session
            .keys()
            .getActiveKey(login.getRealm(), KeyUse.SIG, Constants.INTERNAL_SIGNATURE_ALGORITHM)
            .getSecretKey();
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      String signed =
          String.join(
              "\n",
              PREFIX,
              login.getAuthenticatedUser().getId(),
              login.getClient().getId(),
              company.value());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
