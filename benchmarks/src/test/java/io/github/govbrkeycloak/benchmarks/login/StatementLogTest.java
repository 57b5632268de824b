package io.github.govbrkeycloak.benchmarks.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The database's own notes")
class StatementLogTest {

  @Test
  void are_counted_without_what_only_frames_a_transaction() {
    assertThat(
            StatementLog.count(
                List.of(
                    "2026-11-25 06:42:10.123 UTC [77] LOG:  statement: BEGIN",
                    "2026-11-25 06:42:10.124 UTC [77] LOG:  execute S_9/C_3: select a from B",
                    "2026-11-25 06:42:10.124 UTC [77] DETAIL:  parameters: $1 = 'select'",
                    "2026-11-25 06:42:10.125 UTC [77] LOG:  execute <unnamed>: insert into B",
                    "2026-11-25 06:42:10.126 UTC [77] LOG:  statement: SET LOCAL x TO on",
                    "2026-11-25 06:42:10.127 UTC [77] LOG:  execute S_1: COMMIT")))
        .isEqualTo(2);
  }

  @Test
  void tell_what_was_asked_between_beginning_and_end_and_nothing_else() throws Exception {
    try (PostgreSql database = PostgreSql.start();
        StatementLog log = StatementLog.open(database)) {
      database.column("select 1");
      log.begin();
      database.column("select 2");
      database.run("create table noted (what text)");
      database.run("insert into noted values ('3')");

      assertThat(log.statements()).isEqualTo(2);

      log.begin();
      database.column("select 4");

      assertThat(log.statements()).isEqualTo(1);
    }
  }
}
