package io.github.govbrkeycloak.portal.infrastructure.persistence;

import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.access.AccessLog;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The log of accesses in the database. While the database is away, most calls fail at once instead
 * of each waiting for it.
 */
@ApplicationScoped
@CircuitBreaker(requestVolumeThreshold = 4, delay = 10, delayUnit = ChronoUnit.SECONDS)
public class JpaAccessLog implements AccessLog {

  @PersistenceContext private EntityManager entities;
  @Inject private Schema schema;

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void append(Access access) {
    schema.require();
    entities.persist(new AccessRow(access));
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public List<Access> latestOf(PersonId person, int howMany) {
    schema.require();
    return entities
        .createQuery(
            "select a from AccessRow a where a.person = :person order by a.at desc, a.id desc",
            AccessRow.class)
        .setParameter("person", person.value())
        .setMaxResults(howMany)
        .getResultStream()
        .map(AccessRow::toAccess)
        .toList();
  }
}
