package io.github.govbrkeycloak.portal.inside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Decides, before Arquillian starts the server, on which ports it listens and which database it
 * uses: H2 or a PostgreSQL of its own (system property {@code portal.database}).
 */
class ServerSettings implements BeforeAllCallback {

  /** JDBC address of the PostgreSQL, for tests that look at it from outside. */
  static final String POSTGRES = "portal.postgres";

  private static final String CHOSEN = "portal.server.options";

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    if (System.getProperty(CHOSEN) != null) {
      return;
    }
    System.setProperty("portal.http.port", freePort());
    System.setProperty("portal.management.port", freePort());
    boolean usesPostgres = "postgresql".equals(System.getProperty("portal.database"));
    System.setProperty(CHOSEN, usesPostgres ? postgres() : "");
  }

  /** Stopped with this process. WildFly reads {@code env.X} from a system property first. */
  private static String postgres() throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
    String address = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
    System.setProperty(POSTGRES, address);
    return "-Denv.PORTAL_DB_DRIVER=PostgreSQL -Denv.PORTAL_DB_USER=postgres"
        + " -Denv.PORTAL_DB_PASSWORD=postgres -Denv.PORTAL_DB_URL="
        + address;
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }
}
