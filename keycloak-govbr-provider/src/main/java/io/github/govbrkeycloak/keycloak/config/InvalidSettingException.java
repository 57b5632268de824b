package io.github.govbrkeycloak.keycloak.config;

import java.text.MessageFormat;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A setting that cannot work. What the administrator reads names the field as the console does, and
 * says what to do: {@code FIELD: remedy}. Its message is made of keys until it is {@link #told}.
 */
public final class InvalidSettingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final String LABEL = ".label";

  private final String label;
  private final String remedy;
  private final transient String[] details;

  private InvalidSettingException(String sentence, String label, String remedy, String... details) {
    super(sentence);
    this.label = label;
    this.remedy = remedy;
    this.details = details;
  }

  /**
   * A setting of ours.
   *
   * @param name of the setting, as in its label {@code govbr.NAME.label}
   * @param remedy what to do: message {@code govbr.ajuste.REMEDY}
   * @param details of the remedy; the key of a label stands for the label
   */
  public static InvalidSettingException of(String name, String remedy, String... details) {
    return ofKeycloak(label(name), remedy, details);
  }

  /**
   * A setting of Keycloak's own.
   *
   * @param label message key of its label
   * @param remedy what to do: message {@code govbr.ajuste.REMEDY}
   * @param details of the remedy; the key of a label stands for the label
   */
  static InvalidSettingException ofKeycloak(String label, String remedy, String... details) {
    String key = "govbr.ajuste." + remedy;
    return new InvalidSettingException(label + ": " + key, label, key, details);
  }

  /** The message key of the label of a setting of ours. */
  static String label(String name) {
    return "govbr." + name + LABEL;
  }

  /** The same, in words. */
  public InvalidSettingException told(Properties words) {
    Object[] texts = Stream.of(details).map(detail -> text(detail, words)).toArray();
    String sentence =
        words.getProperty(label, label)
            + ": "
            + new MessageFormat(words.getProperty(remedy, remedy)).format(texts);
    return new InvalidSettingException(sentence, label, remedy, details);
  }

  /** Only labels: a word of a configuration may happen to be one of Keycloak's keys. */
  private static String text(String detail, Properties words) {
    return detail.endsWith(LABEL) ? words.getProperty(detail, detail) : detail;
  }
}
