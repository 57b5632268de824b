package io.github.govbrkeycloak.keycloak.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.theme.Theme;

/** The console's words, labels of fields among them, in the language of whoever uses it. */
public final class ConsoleWords {

  private ConsoleWords() {}

  /**
   * Finds them.
   *
   * @param realm of the settings; where nobody is signed in, as while the server imports a realm,
   *     its language counts
   */
  public static Properties of(KeycloakSession session, RealmModel realm) {
    KeycloakContext context = session.getContext();
    if (!(context.getBearerToken() instanceof JsonWebToken token)) {
      return in(session, realm, ownLanguage(realm));
    }
    RealmModel before = context.getRealm();
    RealmModel home = homeOf(session, token);
    context.setRealm(home);
    try {
      return in(session, home, context.resolveLocale(context.getUser()));
    } finally {
      context.setRealm(before);
    }
  }

  /** The console speaks the languages of its administrator's own realm. */
  private static RealmModel homeOf(KeycloakSession session, JsonWebToken token) {
    String issuer = token.getIssuer();
    return session.realms().getRealmByName(issuer.substring(issuer.lastIndexOf('/') + 1));
  }

  private static Locale ownLanguage(RealmModel realm) {
    return realm.isInternationalizationEnabled() && realm.getDefaultLocale() != null
        ? Locale.forLanguageTag(realm.getDefaultLocale())
        : Locale.ENGLISH;
  }

  private static Properties in(KeycloakSession session, RealmModel realm, Locale language) {
    try {
      return session.theme().getTheme(Theme.Type.ADMIN).getEnhancedMessages(realm, language);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
