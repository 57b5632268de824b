package io.github.govbrkeycloak.portal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.access.AccessLog;
import io.github.govbrkeycloak.portal.domain.access.Page;
import io.github.govbrkeycloak.portal.domain.citizen.Citizen;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:15:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final PersonId PERSON = new PersonId("pessoa-1");

  @Test
  void an_opened_page_is_written_down_with_time_level_and_pseudonym() {
    InMemoryLog log = new InMemoryLog();

    new AccessHistory(log, CLOCK).record(Page.MINHA_CONTA, citizen(Optional.of(Nivel.OURO)));

    assertThat(log.rows).containsExactly(new Access(NOW, "conta", Optional.of("ouro"), PERSON));
  }

  @Test
  void a_login_without_a_level_is_written_down_without_one() {
    InMemoryLog log = new InMemoryLog();

    new AccessHistory(log, CLOCK).record(Page.MINHA_CONTA, citizen(Optional.empty()));

    assertThat(log.rows).containsExactly(new Access(NOW, "conta", Optional.empty(), PERSON));
  }

  @Test
  void a_database_that_is_away_stops_nobody() {
    AccessHistory history = new AccessHistory(new BrokenLog(), CLOCK);

    assertThatCode(() -> history.record(Page.MINHA_CONTA, citizen(Optional.empty())))
        .doesNotThrowAnyException();
  }

  @Test
  void accesses_that_cannot_be_read_are_not_an_empty_list() {
    assertThat(new AccessHistory(new BrokenLog(), CLOCK).latestOf(PERSON, 10)).isEmpty();
    assertThat(new AccessHistory(new InMemoryLog(), CLOCK).latestOf(PERSON, 10))
        .contains(List.of());
  }

  private static Citizen citizen(Optional<Nivel> nivel) {
    return new Citizen(
        PERSON,
        Optional.of("José Fictício"),
        Optional.empty(),
        Optional.empty(),
        nivel,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static final class InMemoryLog implements AccessLog {

    private final List<Access> rows = new ArrayList<>();

    @Override
    public void append(Access access) {
      rows.add(access);
    }

    @Override
    public List<Access> latestOf(PersonId person, int howMany) {
      return List.copyOf(rows);
    }
  }

  private static final class BrokenLog implements AccessLog {

    @Override
    public void append(Access access) {
      throw new IllegalStateException("connection refused");
    }

    @Override
    public List<Access> latestOf(PersonId person, int howMany) {
      throw new IllegalStateException("connection refused");
    }
  }
}
