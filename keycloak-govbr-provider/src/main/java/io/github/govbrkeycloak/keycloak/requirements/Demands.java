package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.GovBrIdentityProviderFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.AcrUtils;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What an application demands, as it is written at this moment: in the client, in the realm's
 * client policies, and in the request.
 *
 * @param session of the request
 */
public record Demands(KeycloakSession session) {

  /**
   * Note of an application's part of a session: the {@code claims} of its last request. Keycloak's
   * own note outlives requests that have none.
   */
  private static final String CLAIMS_NOTE = "govbr.claims";

  private static final String ANSWERED = "govbr.demands";

  /**
   * What the answer depends on.
   *
   * @param client the application, by its id in the database
   * @param person who signs in, by the id of the account; {@code null} while that is not known.
   *     Keycloak's own conditions do not look at it; others may
   * @param scopes that it asked for
   * @param claims its {@code claims} parameter
   * @param acr its {@code acr_values}
   * @param samlContext its authentication context
   */
  private record Asked(
      String client, String person, String scopes, String claims, String acr, String samlContext) {

    /** What an application asks for may name people. */
    @Override
    public String toString() {
      return "Asked";
    }
  }

  /** What a request has asked last. */
  private record Answered(Asked asked, Requirements demanded) {}

  /** What is demanded of a login under way. */
  public Requirements of(AuthenticationSessionModel login) {
    return of(
        login.getClient(),
        login.getAuthenticatedUser(),
        login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM),
        login::getClientNote,
        login.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM));
  }

  /** Why it is demanded, in the words of whoever runs the application. */
  public Optional<String> reason(AuthenticationSessionModel login) {
    ClientModel client = login.getClient();
    return new AppliedProfiles(session, client.getRealm())
        .reason(client, login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM));
  }

  /**
   * What is demanded of the session that an application already has.
   *
   * @param granted the scopes of the token that it is to get. The session knows only those of its
   *     last request, and a token of an earlier one has others
   */
  public Requirements of(AuthenticatedClientSessionModel application, String granted) {
    return of(
        application.getClient(),
        application.getUserSession().getUser(),
        Stream.of(application.getNote(OIDCLoginProtocol.SCOPE_PARAM), granted)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        application::getNote,
        application.getNote(CLAIMS_NOTE));
  }

  /** Keeps what a request demanded for the tokens that come of it. */
  static void keep(AuthenticationSessionModel login, AuthenticatedClientSessionModel application) {
    String claims = login.getClientNote(OIDCLoginProtocol.CLAIMS_PARAM);
    if (claims == null) {
      application.removeNote(CLAIMS_NOTE);
    } else {
      application.setNote(CLAIMS_NOTE, claims);
    }
  }

  /** Several gates of one request ask the same, and the answer is the same until it ends. */
  private Requirements of(
      ClientModel client,
      UserModel person,
      String scopes,
      UnaryOperator<String> note,
      String claims) {
    boolean isSaml = SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
    Asked asked =
        new Asked(
            client.getId(),
            person == null ? null : person.getId(),
            scopes,
            isSaml ? null : claims,
            isSaml ? null : note.apply(OIDCLoginProtocol.ACR_PARAM),
            isSaml ? note.apply(SamlProtocol.SAML_AUTHN_CONTEXT_CLASS_REF) : null);
    Answered before = session.getAttribute(ANSWERED, Answered.class);
    if (before == null || !before.asked().equals(asked)) {
      before = new Answered(asked, read(client, asked, isSaml));
      session.setAttribute(ANSWERED, before);
    }
    return before.demanded();
  }

  private Requirements read(ClientModel client, Asked asked, boolean isSaml) {
    AcrDemand demand =
        new AcrDemand(
            Optional.ofNullable(AcrUtils.getMinimumAcrValue(client))
                .filter(word -> !word.isBlank()),
            Optional.ofNullable(asked.claims()),
            Optional.ofNullable(asked.acr()),
            isSaml ? List.of() : AcrUtils.getDefaultAcrValues(client),
            Optional.ofNullable(asked.samlContext()));
    return new AppliedProfiles(session, client.getRealm())
        .of(client, asked.scopes())
        .plus(
            demand.isEmpty() || !hasGovBr()
                ? Requirements.NONE
                : demand.in(
                    new AcrWords(
                        isSaml ? AcrUtils.getUriLoaMap(client) : AcrUtils.getAcrLoaMap(client),
                        AcrUtils.getAcrLoaMap(client))));
  }

  /**
   * In a realm without gov.br, levels are Keycloak's own. One that is disabled counts: to disable
   * it must not let everybody in.
   */
  private boolean hasGovBr() {
    return session
        .identityProviders()
        .getAllStream(IdentityProviderQuery.any())
        .anyMatch(
            provider -> GovBrIdentityProviderFactory.PROVIDER_ID.equals(provider.getProviderId()));
  }
}
