package io.github.govbrkeycloak.keycloak.steps.senha;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.keycloak.config.SenhaSettings;
import io.github.govbrkeycloak.keycloak.login.GovBrEndpoint;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * That gov.br was asked to ask for a password. It is kept in the login, and so in this browser
 * alone; the state, which nobody can guess, says that an answer belongs to it. gov.br's documents
 * know neither PKCE nor a nonce here.
 *
 * @param state what gov.br must give back
 * @param alias the identity provider
 * @param askedAt when, in seconds since 1970: an older token is no answer
 */
public record PasswordRequest(String state, String alias, long askedAt) {

  private static final String NOTE = "govbr.senha.pedido";
  private static final String SCOPE = "password-validation";
  private static final int STATE_CHARACTERS = 43;

  /** Begins one, in place of an earlier one of the same login. */
  static PasswordRequest begin(AuthenticationSessionModel login, String alias, Instant now) {
    PasswordRequest request =
        new PasswordRequest(
            SecretGenerator.getInstance().randomString(STATE_CHARACTERS),
            alias,
            now.getEpochSecond());
    try {
      login.setAuthNote(NOTE, JsonSerialization.mapper.writeValueAsString(request));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A request cannot be written");
    }
    return request;
  }

  /** The one that a login waits for, if it waits for the answer with this state. */
  static Optional<PasswordRequest> of(AuthenticationSessionModel login, String state) {
    return Optional.ofNullable(login.getAuthNote(NOTE))
        .flatMap(PasswordRequest::parse)
        .filter(asked -> isSame(asked.state(), state));
  }

  private static Optional<PasswordRequest> parse(String note) {
    try {
      return Optional.of(JsonSerialization.mapper.readValue(note, PasswordRequest.class));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends it: it takes one answer. */
  static void end(AuthenticationSessionModel login) {
    login.removeAuthNote(NOTE);
  }

  /** Sends the browser to gov.br. */
  Response redirect(KeycloakSession session, SenhaSettings settings) {
    return Response.seeOther(
            UriBuilder.fromUri(settings.authorizationUrl())
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OAuth2Constants.CODE)
                .queryParam(OAuth2Constants.CLIENT_ID, "{client}")
                .queryParam(OAuth2Constants.SCOPE, SCOPE)
                .queryParam(OAuth2Constants.REDIRECT_URI, "{back}")
                .queryParam(OAuth2Constants.STATE, state)
                .build(settings.clientId().orElseThrow(), wayBack(session, alias).toString()))
        .build();
  }

  /**
   * Where gov.br sends the browser back to: the address to register for the credential.
   *
   * @param keycloak Keycloak's address as browsers know it
   */
  public static URI wayBack(URI keycloak, RealmModel realm, String alias) {
    return UriBuilder.fromUri(Urls.identityProviderAuthnResponse(keycloak, alias, realm.getName()))
        .path(GovBrEndpoint.PASSWORD_CONFIRMED)
        .build();
  }

  static URI wayBack(KeycloakSession session, String alias) {
    return wayBack(
        session.getContext().getUri().getBaseUri(), session.getContext().getRealm(), alias);
  }

  /** The state is a secret: nothing of it is printed. */
  @Override
  public String toString() {
    return "PasswordRequest";
  }
}
