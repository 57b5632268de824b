package io.github.govbrkeycloak.benchmarks.login;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of its own, empty at first, that writes to disk before it says so. */
final class PostgreSql implements AutoCloseable {

  private static final String OWN_PID =
      "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)";

  private final EmbeddedPostgres server;
  private final ProcessTree processes;

  private PostgreSql(EmbeddedPostgres server) throws SQLException {
    this.server = server;
    long pid = Long.parseLong(column(OWN_PID).get(0));
    this.processes = new ProcessTree(ProcessHandle.of(pid).orElseThrow());
  }

  static PostgreSql start() throws IOException, SQLException {
    EmbeddedPostgres.Builder server =
        EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on");
    StatementLog.CONFIGURATION.forEach(server::setServerConfig);
    return new PostgreSql(server.start());
  }

  /** Address for JDBC; the user is {@code postgres}, of any password. */
  String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
  }

  /** Processor time since it started. */
  Duration busy() throws IOException {
    return processes.busy();
  }

  /** The first column of what a query finds. */
  List<String> column(String query) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** Runs a command. */
  void run(String command) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
