package io.github.govbrkeycloak.benchmarks.login;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A question that logins answer. */
@FunctionalInterface
interface Experiment {

  /**
   * Answers it.
   *
   * @throws IOException if a login fails or a server cannot be talked to
   */
  List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException, SQLException;
}
