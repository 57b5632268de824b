package io.github.govbrkeycloak.portal.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reaches PostgreSQL with the portal's own account still cannot rewrite the log. */
@EnabledIfSystemProperty(named = "portal.database", matches = "postgresql")
@ExtendWith(ServerSettings.class)
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AppendOnlyIT {

  @Deployment(testable = false)
  static WebArchive portal() {
    return PortalArchive.asBuilt();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from acesso",
        "update acesso set nivel = 'ouro' where pessoa = 'alguem'",
        "truncate acesso"
      })
  void a_row_can_be_added_but_neither_changed_nor_removed(String attack) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                System.getProperty(ServerSettings.POSTGRES), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into acesso (instante, pagina, pessoa) values (now(), 'conta', 'alguem')");
      int before = rows(statement);

      assertThatThrownBy(() -> statement.execute(attack))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never changed or removed");

      assertThat(rows(statement)).isEqualTo(before).isPositive();
    }
  }

  private static int rows(Statement statement) throws SQLException {
    try (ResultSet count = statement.executeQuery("select count(*) from acesso")) {
      count.next();
      return count.getInt(1);
    }
  }
}
