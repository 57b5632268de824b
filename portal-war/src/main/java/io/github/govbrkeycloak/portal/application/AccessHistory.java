package io.github.govbrkeycloak.portal.application;

import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.access.AccessLog;
import io.github.govbrkeycloak.portal.domain.access.Page;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes down that a person opened a page, and shows it to that person. A database that is away
 * stops neither: the person still gets the page, and the operator a code in the log.
 */
@ApplicationScoped
public class AccessHistory {

  private static final Logger LOG = Logger.getLogger(AccessHistory.class);

  private AccessLog log;
  private Clock clock;

  /** For the container's proxy. */
  AccessHistory() {}

  /** The history over a log, with the system's clock. */
  @Inject
  public AccessHistory(AccessLog log) {
    this(log, Clock.systemUTC());
  }

  AccessHistory(AccessLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Writes one row; a failure is logged as GOVBR-701 and goes no further. */
  public void record(Page page, Citizen citizen) {
    try {
      log.append(
          new Access(
              Instant.now(clock), page.code(), citizen.nivel().map(Nivel::name), citizen.id()));
    } catch (RuntimeException failure) {
      LOG.errorf(
          "GOVBR-701 the access to page %s could not be recorded: %s", page.code(), cause(failure));
    }
  }

  /**
   * The newest accesses of a person.
   *
   * @return empty when they cannot be read now (logged as GOVBR-702)
   */
  public Optional<List<Access>> latestOf(PersonId person, int howMany) {
    try {
      return Optional.of(log.latestOf(person, howMany));
    } catch (RuntimeException failure) {
      LOG.errorf("GOVBR-702 the last accesses could not be read: %s", cause(failure));
      return Optional.empty();
    }
  }

  /** Only the type: a message of the database may quote the row. */
  private static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }
}
