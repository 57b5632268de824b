package io.github.govbrkeycloak.simulator.control;

import io.github.govbrkeycloak.simulator.world.SimulatedClock;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What time it is at the simulated gov.br. */
@Path("/simulador/relogio")
@Produces(MediaType.APPLICATION_JSON)
public final class ClockResource {

  /**
   * The time.
   *
   * @param agora now, ISO 8601
   * @param parado whether it stands still
   * @param deslocamento how far ahead of the real time it runs, ISO 8601
   */
  record Reading(String agora, boolean parado, String deslocamento) {}

  /**
   * What a caller wants; one of the two.
   *
   * @param instante where to stand still, ISO 8601 in UTC
   * @param deslocamento how far to run ahead, or behind if negative, ISO 8601
   */
  record Wanted(String instante, String deslocamento) {}

  private static final Duration FARTHEST = Duration.ofDays(36_500);

  private final SimulatedClock clock;

  ClockResource(SimulatedClock clock) {
    this.clock = clock;
  }

  /** The time now. */
  @GET
  public Reading read() {
    return new Reading(
        clock.instant().toString(), clock.stoppedAt().isPresent(), clock.shift().toString());
  }

  /** Stops the clock, or lets it run ahead or behind. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Reading set(Wanted wanted) {
    if (wanted == null || (wanted.instante() == null) == (wanted.deslocamento() == null)) {
      throw ControlError.badRequest("mande instante ou deslocamento, um dos dois");
    }
    try {
      if (wanted.instante() != null) {
        clock.stopAt(Instant.parse(wanted.instante()));
      } else {
        clock.shift(near(Duration.parse(wanted.deslocamento())));
      }
    } catch (DateTimeException e) {
      throw ControlError.badRequest(
          "instante tem a forma 2026-11-24T12:00:00Z; deslocamento, PT5M ou -PT90S");
    }
    return read();
  }

  /** Back to the real time, or to where it began standing still. */
  @DELETE
  public void follow() {
    clock.follow();
  }

  private static Duration near(Duration shift) {
    if (shift.abs().compareTo(FARTHEST) > 0) {
      throw new DateTimeException("too far");
    }
    return shift;
  }
}
