package io.github.govbrkeycloak.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One entry of gov.br's {@code amr} list: how a person proved who they are in this login.
 *
 * <p>gov.br lists a family and, where there is one, its detail: {@code ["mfa", "otp"]}, {@code
 * ["bank", "bank104"]}.
 *
 * @param value the entry as gov.br gave it
 * @param family {@code passwd}, {@code captcha}, {@code mfa}, {@code x509}, {@code bank}, {@code
 *     app}; {@code desconhecida} when it cannot be told
 * @param title what people read, in Portuguese
 */
public record Amr(String value, String family, String title) {

  private static final String UNKNOWN = "desconhecida";

  /** Details that gov.br has not published yet but whose family their name tells. */
  private static final Pattern NEW_DETAIL =
      Pattern.compile("(?<bank>bank)(?<code>[0-9]{3})|(?<parent>x509|app)_(?<detail>[a-z0-9_]+)");

  private static final List<Amr> ALL =
      VocabularyFile.rows("amr.txt", 3).stream()
          .map(row -> new Amr(row.get(0), row.get(1), row.get(2)))
          .toList();

  private static final Map<String, Amr> BY_VALUE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Amr::value, Function.identity()));

  /** The meaning of an entry; never fails: gov.br announces that values will be added. */
  public static Amr of(String value) {
    String kept = RawTerm.clean(value);
    Amr known = BY_VALUE.get(kept);
    return known != null ? known : unknown(kept);
  }

  private static Amr unknown(String value) {
    var detail = NEW_DETAIL.matcher(value);
    if (!detail.matches()) {
      String title =
          value.isEmpty() ? "Forma de acesso não informada" : "Forma de acesso: " + value;
      return new Amr(value, UNKNOWN, title);
    }
    if (detail.group("bank") != null) {
      return new Amr(value, "bank", "Banco: código " + detail.group("code"));
    }
    Amr parent = BY_VALUE.get(detail.group("parent"));
    return new Amr(value, parent.value(), parent.title() + ": " + detail.group("detail"));
  }

  /** The entries we know: each family followed by its details. */
  public static List<Amr> all() {
    return ALL;
  }

  /** Whether gov.br has published this value. */
  public boolean isKnown() {
    return BY_VALUE.containsKey(value);
  }

  /**
   * Whether this is the wanted entry, or a detail of the wanted family: {@code bank104} is a {@code
   * bank}, even if gov.br should not list the family beside it.
   */
  public boolean isOneOf(Amr wanted) {
    return value.equals(wanted.value) || (wanted.isKnown() && family.equals(wanted.value));
  }

  /** Whether the entry, or its family at least, is one that gov.br has published. */
  public boolean hasKnownFamily() {
    return !family.equals(UNKNOWN);
  }
}
