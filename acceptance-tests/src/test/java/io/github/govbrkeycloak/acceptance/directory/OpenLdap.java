package io.github.govbrkeycloak.acceptance.directory;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** An OpenLDAP server of the test's own: a process with its own files, no service of the system. */
public final class OpenLdap implements AutoCloseable {

  /** Below it are the people. */
  public static final String PEOPLE = "ou=pessoas,dc=orgao,dc=exemplo";

  /** Who may read everything. */
  public static final String ADMIN = "cn=admin,dc=orgao,dc=exemplo";

  /** Password of {@link #ADMIN}. */
  public static final String PASSWORD = "segredo-do-diretorio";

  private static final Path SERVER = Path.of("/usr/sbin/slapd");
  private static final Path LOADER = Path.of("/usr/sbin/slapadd");
  private static final Path SCHEMAS = Path.of("/etc/ldap/schema");
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private static final String SUFFIX =
      """
      dn: dc=orgao,dc=exemplo
      objectClass: dcObject
      objectClass: organization
      o: Órgão de teste
      dc: orgao

      dn: %s
      objectClass: organizationalUnit
      ou: pessoas

      """
          .formatted(PEOPLE);

  private final Path home;
  private final int port;
  private Process process;

  private OpenLdap(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Somebody in the directory, by attributes of {@code inetOrgPerson}. */
  public record Person(String uid, String mail, List<String> attributes) {

    private String ldif() {
      return Stream.concat(
              Stream.of(
                  "dn: uid=" + uid + "," + PEOPLE,
                  "objectClass: inetOrgPerson",
                  "uid: " + uid,
                  "cn: Servidor " + uid,
                  "givenName: Servidor",
                  "sn: " + uid,
                  "mail: " + mail),
              attributes.stream())
          .collect(Collectors.joining("\n", "", "\n\n"));
    }
  }

  /** Ends the test class when there is no OpenLDAP: as a failure on a server that builds. */
  public static void requireInstalled() {
    if (Files.isExecutable(SERVER) && Files.isExecutable(LOADER)) {
      return;
    }
    String missing = "OpenLDAP is not installed: apt install slapd";
    if (System.getenv("CI") != null) {
      fail(missing);
    }
    System.err.println("NOT TESTED: " + missing);
    abort(missing);
  }

  /**
   * Starts one with these people.
   *
   * @param home an empty folder
   */
  public static OpenLdap start(Path home, List<Person> people) {
    OpenLdap directory = new OpenLdap(home, freePort());
    directory.write("slapd.conf", directory.configuration());
    directory.write(
        "pessoas.ldif", SUFFIX + people.stream().map(Person::ldif).collect(Collectors.joining()));
    directory.load();
    directory.start();
    return directory;
  }

  /** Where it listens. */
  public String url() {
    return "ldap://127.0.0.1:" + port;
  }

  private String configuration() {
    return """
        include %1$s/core.schema
        include %1$s/cosine.schema
        include %1$s/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        pidfile %2$s/slapd.pid
        database mdb
        maxsize 268435456
        suffix "dc=orgao,dc=exemplo"
        rootdn "%3$s"
        rootpw %4$s
        directory %2$s/dados
        index objectClass,uid,mail,employeeNumber,departmentNumber,entryUUID eq
        """
        .formatted(SCHEMAS, home, ADMIN, PASSWORD);
  }

  private void load() {
    try {
      Files.createDirectories(home.resolve("dados"));
      int result =
          new ProcessBuilder(
                  LOADER.toString(),
                  "-q",
                  "-f",
                  home.resolve("slapd.conf").toString(),
                  "-l",
                  home.resolve("pessoas.ldif").toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("slapadd.log").toFile())
              .start()
              .waitFor();
      if (result != 0) {
        throw new IllegalStateException(Files.readString(home.resolve("slapadd.log")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Starts it again after {@link #close()}, at the same address. */
  public void start() {
    try {
      process =
          new ProcessBuilder(
                  SERVER.toString(),
                  "-d",
                  "0",
                  "-h",
                  url(),
                  "-f",
                  home.resolve("slapd.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("slapd.log").toFile())
              .start();
      awaitAnswer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives somebody another value of an attribute, as the directory's administrator does. */
  @SuppressWarnings("BanJNDI") // What it reads comes from a server of the test's own.
  public void change(String uid, String attribute, String value) {
    try {
      DirContext administrator =
          new InitialDirContext(
              new Hashtable<>(
                  Map.of(
                      Context.INITIAL_CONTEXT_FACTORY,
                      "com.sun.jndi.ldap.LdapCtxFactory",
                      Context.PROVIDER_URL,
                      url(),
                      Context.SECURITY_PRINCIPAL,
                      ADMIN,
                      Context.SECURITY_CREDENTIALS,
                      PASSWORD)));
      try {
        administrator.modifyAttributes(
            "uid=" + uid + "," + PEOPLE,
            DirContext.REPLACE_ATTRIBUTE,
            new BasicAttributes(attribute, value));
      } finally {
        administrator.close();
      }
    } catch (NamingException refused) {
      throw new IllegalStateException("the directory did not take the change", refused);
    }
  }

  private void awaitAnswer() throws IOException {
    Instant end = Instant.now().plus(LONGEST_START);
    while (!isListening()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "slapd did not start: " + Files.readString(home.resolve("slapd.log")));
      }
      Thread.onSpinWait();
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(home.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it; its people stay. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
