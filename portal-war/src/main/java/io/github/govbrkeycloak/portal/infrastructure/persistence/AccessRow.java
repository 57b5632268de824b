package io.github.govbrkeycloak.portal.infrastructure.persistence;

import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One row of the table {@code acesso}. */
@Entity(name = "AccessRow")
@Table(name = "acesso")
class AccessRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "instante", nullable = false, updatable = false)
  private Instant at;

  @Column(name = "pagina", nullable = false, updatable = false)
  private String page;

  @Column(name = "nivel", updatable = false)
  private String nivel;

  @Column(name = "pessoa", nullable = false, updatable = false)
  private String person;

  /** For JPA. */
  protected AccessRow() {}

  AccessRow(Access access) {
    this.at = access.at();
    this.page = access.page();
    this.nivel = access.nivel().orElse(null);
    this.person = access.person().value();
  }

  Access toAccess() {
    return new Access(at, page, Optional.ofNullable(nivel), new PersonId(person));
  }
}
