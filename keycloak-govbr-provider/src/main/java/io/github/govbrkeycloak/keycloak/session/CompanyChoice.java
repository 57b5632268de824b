package io.github.govbrkeycloak.keycloak.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedCompany;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * For which company a person acts in one application: a note of the client session, so that other
 * applications of the same session know nothing of it.
 *
 * @param alias the identity provider that the company comes from
 * @param cnpj fourteen characters; absent when the person chose to act for no company
 * @param name its name in the register
 * @param role what the person is there; absent for a collaborator, or when gov.br did not tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompanyChoice(String alias, String cnpj, String name, String role) {

  /** Name of the note, in the login and then in the client session. */
  public static final String NOTE = "govbr.empresa";

  /** The choice of a company. */
  public static CompanyChoice of(
      String alias, String cnpj, Optional<String> name, Optional<String> role) {
    return new CompanyChoice(alias, cnpj, name.orElse(null), role.orElse(null));
  }

  /** The choice to act for no company. */
  public static CompanyChoice none(String alias) {
    return new CompanyChoice(alias, null, null, null);
  }

  /** Whether there is a company. */
  public boolean isCompany() {
    return cnpj != null;
  }

  /** The choice as written in the note. */
  public String toNote() {
    try {
      return JsonSerialization.mapper.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A choice cannot be written");
    }
  }

  /** Reads a note; empty when there is none. */
  public static Optional<CompanyChoice> fromNote(String note) {
    if (note == null || note.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JsonSerialization.mapper.readValue(note, CompanyChoice.class))
          .filter(choice -> choice.alias() != null);
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  /** What was chosen in this client session; empty when nothing was. */
  public static Optional<CompanyChoice> of(AuthenticatedClientSessionModel clientSession) {
    return Optional.ofNullable(clientSession)
        .flatMap(application -> fromNote(application.getNote(NOTE)));
  }

  /** The facts of the person's login, as this application is to see them. */
  SessionFacts in(SessionFacts facts) {
    return isCompany() && facts.alias().equals(alias)
        ? facts.with(new StatedCompany(cnpj, name, role, true))
        : facts;
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "CompanyChoice";
  }
}
