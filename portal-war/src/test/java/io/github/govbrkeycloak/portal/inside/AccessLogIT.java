package io.github.govbrkeycloak.portal.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.govbrkeycloak.portal.domain.access.Access;
import io.github.govbrkeycloak.portal.domain.access.AccessLog;
import io.github.govbrkeycloak.portal.domain.citizen.PersonId;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The log of accesses inside WildFly, on the database that Flyway prepared. */
@ExtendWith(ServerSettings.class)
@ExtendWith(ArquillianExtension.class)
class AccessLogIT {

  private static final Instant MORNING = Instant.parse("2026-11-22T13:15:00.123456Z");

  @Inject private AccessLog log;

  @Resource(lookup = "java:jboss/datasources/PortalDS")
  private DataSource database;

  @Deployment
  static WebArchive portal() {
    return PortalArchive.asBuilt().addClass(ServerSettings.class);
  }

  @Test
  void a_row_comes_back_as_it_was_written() {
    PersonId person = somebody();
    Access access = new Access(MORNING, "conta", Optional.of("ouro"), person);

    log.append(access);

    assertEquals(List.of(access), log.latestOf(person, 10));
  }

  @Test
  void a_row_without_a_level_comes_back_without_one() {
    PersonId person = somebody();

    log.append(new Access(MORNING, "conta", Optional.empty(), person));

    assertEquals(Optional.empty(), log.latestOf(person, 10).get(0).nivel());
  }

  @Test
  void the_newest_rows_come_first_and_no_more_than_asked_for() {
    PersonId person = somebody();
    for (int minute = 0; minute < 12; minute++) {
      log.append(new Access(minute(minute), "conta", Optional.of("prata"), person));
    }

    List<Instant> times = log.latestOf(person, 10).stream().map(Access::at).toList();

    assertEquals(10, times.size());
    assertEquals(minute(11), times.get(0));
    assertEquals(minute(2), times.get(9));
  }

  @Test
  void nobody_sees_the_rows_of_another_person() {
    log.append(new Access(MORNING, "conta", Optional.of("ouro"), somebody()));

    assertEquals(List.of(), log.latestOf(somebody(), 10));
  }

  @Test
  void an_identifier_that_looks_like_sql_is_only_an_identifier() {
    PersonId hostile = new PersonId("x'or'1'='1");
    log.append(new Access(MORNING, "conta", Optional.of("ouro"), somebody()));

    assertEquals(List.of(), log.latestOf(hostile, 10));
  }

  @Test
  void flyway_prepared_the_database() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from \"flyway_schema_history\" where \"success\" = true")) {
      assertTrue(rows.next());
      assertTrue(rows.getInt(1) >= 1);
    }
  }

  private static PersonId somebody() {
    return new PersonId(UUID.randomUUID().toString());
  }

  private static Instant minute(int minute) {
    return MORNING.plusSeconds(60L * minute);
  }
}
