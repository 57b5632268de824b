package io.github.govbrkeycloak.keycloak.steps.level;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.model.Nivel;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * A level that an application asks for and a person has not.
 *
 * @param held the level of the person's account; empty when gov.br did not state one
 * @param wanted the level asked for
 * @param kind how firmly
 * @param reason why, in the words of whoever runs the application
 */
public record LevelLack(Optional<Nivel> held, Nivel wanted, Kind kind, Optional<String> reason) {

  /** How firmly a level is asked for. */
  public enum Kind {
    /** Without it nobody enters. */
    DEMAND,
    /** The person may go on without it. */
    WISH,
    /** The application began the step itself ({@code kc_action}), and hears how it ended. */
    ACTION
  }

  private static final String NOTE = "govbr.level.lack";

  private record Note(String held, String wanted, Kind kind, String reason) {}

  /** The lack that a login was stopped for. */
  static Optional<LevelLack> of(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(NOTE)).flatMap(LevelLack::read);
  }

  private static Optional<LevelLack> read(String text) {
    try {
      Note note = JsonSerialization.mapper.readValue(text, Note.class);
      return Optional.of(
          new LevelLack(
              Optional.ofNullable(note.held()).map(Nivel::of),
              Nivel.of(note.wanted()),
              note.kind(),
              Optional.ofNullable(note.reason())));
    } catch (JsonProcessingException ofAnotherVersion) {
      return Optional.empty();
    }
  }

  /** Whether it is none: the person has the level by now. */
  boolean isMet() {
    return held.filter(level -> level.isAtLeast(wanted)).isPresent();
  }

  /** Keeps it in a login. */
  void keepIn(AuthenticationSessionModel login) {
    try {
      login.setAuthNote(
          NOTE,
          JsonSerialization.mapper.writeValueAsString(
              new Note(
                  held.map(Nivel::name).orElse(null), wanted.name(), kind, reason.orElse(null))));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A lack of level cannot be written");
    }
  }

  static void forget(AuthenticationSessionModel login) {
    login.removeAuthNote(NOTE);
  }
}
