package io.github.govbrkeycloak.keycloak.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/**
 * The sentences of a check in the reader's language.
 *
 * @param messages of the theme
 * @param locale of the reader
 */
record Texts(Properties messages, Locale locale) {

  /**
   * Finds the language as Keycloak's own pages do.
   *
   * @param reader whose language it is, {@code null} when it is not known
   */
  static Texts of(KeycloakSession session, UserModel reader) {
    Locale locale = session.getContext().resolveLocale(reader);
    try {
      Theme theme = session.theme().getTheme(Theme.Type.LOGIN);
      return new Texts(theme.getEnhancedMessages(session.getContext().getRealm(), locale), locale);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String text(String key, List<String> details) {
    return new MessageFormat(messages.getProperty(key, key), locale).format(details.toArray());
  }

  String sentence(Finding finding) {
    return text(finding.messageKey(), finding.details());
  }

  Optional<String> remedy(Finding finding) {
    String key = finding.messageKey() + ".remedy";
    return messages.containsKey(key) ? Optional.of(text(key, finding.details())) : Optional.empty();
  }
}
