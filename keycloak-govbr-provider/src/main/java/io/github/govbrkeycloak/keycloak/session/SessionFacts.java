package io.github.govbrkeycloak.keycloak.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.keycloak.identity.CompanyCertificate;
import io.github.govbrkeycloak.keycloak.identity.Contact;
import io.github.govbrkeycloak.keycloak.identity.GovBrIdentity;
import io.github.govbrkeycloak.keycloak.identity.HeldSelo;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.model.Nivel;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * What gov.br stated in one login, kept as long as the session lives.
 *
 * <p>Facts belong to the login and not to the user: a level stored on the user would go stale. They
 * are one note, replaced whole at each login, because Keycloak merges notes and never removes them:
 * a company of an earlier login must not survive.
 *
 * @param version version of this form
 * @param alias the identity provider
 * @param cpf eleven digits; absent where the subject is none
 * @param name name in the civil register
 * @param socialName the name by which the person is called
 * @param email e-mail address
 * @param phone phone number
 * @param nivel level by name; absent when unknown
 * @param selos the seals held
 * @param amr gov.br's list, unchanged
 * @param company the company of the certificate used, or the one chosen in an application
 * @param extras what was asked for beyond the ID token; absent when nothing of it is known
 * @param authenticatedAt when the person signed in at gov.br, ISO 8601
 * @param passwordConfirmedAt when the person last typed the password again at gov.br, ISO 8601;
 *     absent when that was not since this login
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SessionFacts(
    int version,
    String alias,
    String cpf,
    String name,
    String socialName,
    StatedContact email,
    StatedContact phone,
    String nivel,
    List<StatedSelo> selos,
    List<String> amr,
    StatedCompany company,
    StatedExtras extras,
    String authenticatedAt,
    String passwordConfirmedAt) {

  /** Name of the user-session note. */
  public static final String NOTE = "govbr.facts";

  private static final int VERSION = 1;
  private static final String READ = "govbr.facts.read";

  /** The note that a request has read last. */
  private record Read(String note, Optional<SessionFacts> facts) {

    /** Personal data is never printed. */
    @Override
    public String toString() {
      return "Read";
    }
  }

  public SessionFacts {
    selos = selos == null ? List.of() : List.copyOf(selos);
    amr = amr == null ? List.of() : List.copyOf(amr);
  }

  /** An e-mail address or phone number, and what gov.br said of it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatedContact(String value, Boolean verified) {
    private static StatedContact of(Contact contact) {
      return new StatedContact(contact.value(), contact.verified().orElse(null));
    }
  }

  /** A seal: its id and since when. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatedSelo(String id, String updatedAt) {
    private static StatedSelo of(HeldSelo held) {
      return new StatedSelo(
          held.selo().id(),
          held.updatedAt().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null));
    }
  }

  /**
   * A company: CNPJ, name, what the person is there, and whether it was chosen; otherwise its
   * certificate was used.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatedCompany(String cnpj, String name, String role, Boolean chosen) {

    public StatedCompany(String cnpj, String name, String role) {
      this(cnpj, name, role, null);
    }

    private static StatedCompany of(CompanyCertificate company) {
      return new StatedCompany(
          company.cnpj().value(), company.name().orElse(null), company.role().orElse(null));
    }
  }

  /** The facts of a login through the identity provider {@code alias}. */
  public static SessionFacts of(GovBrIdentity identity, String alias) {
    return new SessionFacts(
        VERSION,
        alias,
        identity.subject().cpf().map(Cpf::digits).orElse(null),
        identity.name().orElse(null),
        identity.socialName().orElse(null),
        identity.email().map(StatedContact::of).orElse(null),
        identity.phone().map(StatedContact::of).orElse(null),
        identity.reliability().nivel().map(Nivel::name).orElse(null),
        identity.reliability().selos().stream().map(StatedSelo::of).toList(),
        identity.amr().stream().map(Amr::value).toList(),
        identity.company().map(StatedCompany::of).orElse(null),
        StatedExtras.of(identity.extras()),
        identity.authenticatedAt().toString(),
        null);
  }

  /** The same facts, and when the person typed the password again. */
  public SessionFacts withPasswordConfirmedAt(Instant moment) {
    return copy(extras, moment.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  /** The same facts of somebody who represents nobody any more. */
  public SessionFacts representingNobody() {
    return copy(extras == null ? null : extras.representingNobody(), passwordConfirmedAt);
  }

  private SessionFacts copy(StatedExtras otherExtras, String otherPasswordConfirmedAt) {
    return new SessionFacts(
        version,
        alias,
        cpf,
        name,
        socialName,
        email,
        phone,
        nivel,
        selos,
        amr,
        company,
        otherExtras,
        authenticatedAt,
        otherPasswordConfirmedAt);
  }

  /** On whose behalf the person acts: CPF, eleven digits. */
  public Optional<String> represented() {
    return Optional.ofNullable(extras).map(StatedExtras::represented);
  }

  /** Whether gov.br said of this e-mail address that it is verified. */
  public boolean confirms(String address) {
    return email != null && email.value().equals(address) && Boolean.TRUE.equals(email.verified());
  }

  /** These facts of a person who acts for a company. */
  SessionFacts with(StatedCompany other) {
    return new SessionFacts(
        version,
        alias,
        cpf,
        name,
        socialName,
        email,
        phone,
        nivel,
        selos,
        amr,
        other,
        extras,
        authenticatedAt,
        passwordConfirmedAt);
  }

  /** The facts as written in the note. */
  public String toNote() {
    try {
      return JsonSerialization.mapper.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Session facts cannot be written");
    }
  }

  /**
   * Reads a note; empty when there is none, or of another version. One request looks at the same
   * note many times, and reads it once.
   */
  public static Optional<SessionFacts> fromNote(String note) {
    if (note == null) {
      return Optional.empty();
    }
    KeycloakSession request = KeycloakSessionUtil.getKeycloakSession();
    if (request == null) {
      return read(note);
    }
    Read before = request.getAttribute(READ, Read.class);
    if (before == null || !before.note().equals(note)) {
      before = new Read(note, read(note));
      request.setAttribute(READ, before);
    }
    return before.facts();
  }

  private static Optional<SessionFacts> read(String note) {
    try {
      return Optional.ofNullable(JsonSerialization.mapper.readValue(note, SessionFacts.class))
          .filter(facts -> facts.version() == VERSION);
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "SessionFacts";
  }
}
