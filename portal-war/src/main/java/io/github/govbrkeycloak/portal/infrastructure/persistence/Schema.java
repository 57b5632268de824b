package io.github.govbrkeycloak.portal.infrastructure.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * The database's tables, brought up to date when the portal starts. A database that is away at that
 * moment does not keep the portal from starting: the next use tries again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

  private static final Logger LOG = Logger.getLogger(Schema.class);

  @Resource private DataSource database;

  private volatile boolean current;

  @PostConstruct
  void migrateAtStart() {
    try {
      require();
    } catch (RuntimeException failure) {
      LOG.errorf(
          "GOVBR-703 the database cannot be brought up to date now (%s): tried again at the next"
              + " use",
          failure.getMessage());
    }
  }

  /**
   * Makes sure that the tables are there.
   *
   * @throws SchemaUnavailableException when they are not
   */
  public void require() {
    if (!current) {
      migrate();
    }
  }

  private synchronized void migrate() {
    if (current) {
      return;
    }
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:db/migration/comum", "classpath:db/migration/" + product())
          .load()
          .migrate();
      current = true;
    } catch (SQLException | RuntimeException failure) {
      throw new SchemaUnavailableException(failure);
    }
  }

  /** What one database can do and the other cannot is in a folder of its name. */
  private String product() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }
  }
}
