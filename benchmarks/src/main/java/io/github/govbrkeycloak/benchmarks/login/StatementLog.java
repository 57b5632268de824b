package io.github.govbrkeycloak.benchmarks.login;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a database is asked while this is open, as it notes itself. Writing it down costs the
 * database time: not for measuring that.
 */
final class StatementLog implements AutoCloseable {

  /** What a database has to be started with, so that there is one file to note in. */
  static final Map<String, String> CONFIGURATION =
      Map.of("logging_collector", "on", "log_rotation_size", "0", "log_rotation_age", "0");

  private static final String BEGIN = "statements-begin";
  private static final String END = "statements-end";

  private final PostgreSql database;

  private StatementLog(PostgreSql database) {
    this.database = database;
  }

  /**
   * Has the database note. Connections that are open already do so from their next statement or the
   * one after it on: let them be used before {@link #begin()}.
   */
  static StatementLog open(PostgreSql database) throws SQLException {
    StatementLog log = new StatementLog(database);
    log.note("all");
    return log;
  }

  /** Counts from here on. */
  void begin() throws SQLException {
    mark(BEGIN);
  }

  /** How many statements that read or write there were since {@link #begin()}. */
  long statements() throws SQLException {
    mark(END);
    List<String> lines = lines();
    // Another process writes the file, a moment later.
    while (last(END, lines) < last(BEGIN, lines)) {
      lines = lines();
    }
    int begin = last(BEGIN, lines);
    if (begin < 0) {
      throw new IllegalStateException("the database began another file meanwhile");
    }
    return count(lines.subList(begin + 1, last(END, lines)));
  }

  /** Transactions' beginnings and ends are not counted: nothing is asked there. */
  static long count(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.matches(
                    "(?i).*LOG: +(execute [^:]+|statement): (select|insert|update|delete|merge|with)\\b.*"))
        .count();
  }

  private void mark(String name) throws SQLException {
    database.column("select '" + name + "'");
  }

  private List<String> lines() throws SQLException {
    return database.column("select pg_read_file(pg_current_logfile())").get(0).lines().toList();
  }

  private static int last(String mark, List<String> lines) {
    int last = lines.size() - 1;
    while (last >= 0 && !lines.get(last).contains(mark)) {
      last--;
    }
    return last;
  }

  private void note(String which) throws SQLException {
    database.run("alter system set log_statement = '" + which + "'");
    database.column("select pg_reload_conf()");
    while (!database.column("show log_statement").get(0).equals(which)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws SQLException {
    note("none");
  }
}
