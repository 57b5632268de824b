package io.github.govbrkeycloak.keycloak.steps;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * A step that the person of a login is in, kept in that login: one tab of one browser. Whoever
 * comes back from gov.br without a word of why is known by it, and by nothing in the address.
 *
 * @param name the step's name, as in {@code kc_action}
 * @param parameter what it is for, such as the level wanted
 * @param alias the identity provider that it leads to
 * @param userId the account that was signed in when the step began; {@code null} when none was
 * @param phase where the person is
 * @param since when they left, in milliseconds since 1970; 0 before
 */
public record StepUnderWay(
    String name, String parameter, String alias, String userId, Phase phase, long since) {

  /** Where the person is. */
  public enum Phase {
    /** Here, before a page that explains the step. */
    ASKED,
    /** At gov.br. */
    AWAY,
    /** Back from gov.br, and about to be signed in there again. */
    BACK
  }

  private static final Comparator<StepUnderWay> LEFT_LAST =
      Comparator.comparing((StepUnderWay step) -> step.phase() == Phase.AWAY)
          .thenComparingLong(StepUnderWay::since);

  private static final String NOTE = "govbr.step";

  /** A step that has just been shown. */
  public static StepUnderWay asked(String name, String parameter, String alias, String userId) {
    return new StepUnderWay(name, parameter, alias, userId, Phase.ASKED, 0);
  }

  /** The step of a login; empty when there is none. */
  public static Optional<StepUnderWay> of(AuthenticationSessionModel login) {
    return Optional.ofNullable(login.getAuthNote(NOTE)).map(StepUnderWay::read);
  }

  private static StepUnderWay read(String note) {
    try {
      return JsonSerialization.mapper.readValue(note, StepUnderWay.class);
    } catch (JsonProcessingException ofAnotherVersion) {
      return null;
    }
  }

  /**
   * The login whose person is at gov.br for a step. With several tabs away, the one that left last:
   * gov.br does not say who comes back, and people finish what they began last. With none, the one
   * that came back last: who goes back in the browser is at gov.br once more.
   *
   * @param browser all logins of a browser
   */
  public static Optional<AuthenticationSessionModel> awayIn(
      Collection<AuthenticationSessionModel> browser, String alias) {
    return browser.stream()
        .filter(login -> of(login).filter(step -> step.hasLeftBy(alias)).isPresent())
        .max(Comparator.comparing(login -> of(login).orElseThrow(), LEFT_LAST));
  }

  private boolean hasLeftBy(String otherAlias) {
    return phase != Phase.ASKED && alias.equals(otherAlias);
  }

  /** The same, now that the person leaves for gov.br. */
  public StepUnderWay away() {
    return new StepUnderWay(name, parameter, alias, userId, Phase.AWAY, Time.currentTimeMillis());
  }

  /** The same, now that the person has come back. */
  public StepUnderWay back() {
    return new StepUnderWay(name, parameter, alias, userId, Phase.BACK, since);
  }

  /** Whether the person has been at gov.br for it. */
  @JsonIgnore
  public boolean isBack() {
    return phase == Phase.BACK;
  }

  /** Keeps it in a login, in place of any other. */
  public void keepIn(AuthenticationSessionModel login) {
    try {
      login.setAuthNote(NOTE, JsonSerialization.mapper.writeValueAsString(this));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A step cannot be written");
    }
  }

  /** Ends the step of a login, whichever it is. */
  public static void forget(AuthenticationSessionModel login) {
    login.removeAuthNote(NOTE);
  }
}
