package io.github.govbrkeycloak.keycloak.rest;

import io.github.govbrkeycloak.keycloak.http.JsonAnswer;
import io.github.govbrkeycloak.keycloak.http.UnusableAnswerException;
import io.github.govbrkeycloak.keycloak.powers.PowerUse;
import io.github.govbrkeycloak.keycloak.token.Claims;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The use of a power that an application reports. Everything in it may be hostile.
 *
 * @param powerId of the power
 * @param service number of the service at gov.br
 * @param at when it was used; empty for now
 */
record UseRequest(String powerId, int service, Optional<Instant> at) {

  static final int LARGEST = 4_096;

  private static final String SERVICE = "servico";
  private static final String AT = "ocorrido_em";
  private static final Set<String> MEMBERS = Set.of(SERVICE, AT);

  /** A number or a UUID: nothing that could lead elsewhere in gov.br's address. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** How far the application's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /**
   * Reads it.
   *
   * @throws ProblemException when it is not one that the documentation describes
   */
  static UseRequest of(String powerId, InputStream body, Instant now) {
    if (!ID.matcher(powerId).matches()) {
      throw new ProblemException(Problem.NO_POWER);
    }
    Claims members = members(body);
    if (!MEMBERS.containsAll(members.values().keySet())
        || !(members.values().get(SERVICE) instanceof Integer service)
        || service < 1) {
      throw new ProblemException(Problem.BAD_USE);
    }
    return new UseRequest(powerId, service, at(members, now));
  }

  private static Claims members(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ProblemException(Problem.TOO_LARGE);
      }
      return JsonAnswer.object(bytes);
    } catch (UnusableAnswerException unreadable) {
      throw new ProblemException(Problem.BAD_USE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Optional<Instant> at(Claims members, Instant now) {
    if (!members.values().containsKey(AT)) {
      return Optional.empty();
    }
    try {
      Instant at = OffsetDateTime.parse(members.exactText(AT).orElse("")).toInstant();
      if (at.isBefore(Instant.EPOCH) || at.isAfter(now.plus(AHEAD))) {
        throw new ProblemException(Problem.BAD_USE);
      }
      return Optional.of(at);
    } catch (DateTimeParseException unreadable) {
      throw new ProblemException(Problem.BAD_USE);
    }
  }

  /** What is to be recorded. */
  PowerUse use(Instant now) {
    return new PowerUse(powerId, service, at.orElse(now));
  }

  /** The same for the same request made again. */
  String fingerprint() {
    return powerId + " " + service + " " + at.map(Instant::toString).orElse("");
  }
}
