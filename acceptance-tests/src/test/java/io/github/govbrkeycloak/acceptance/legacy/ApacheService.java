package io.github.govbrkeycloak.acceptance.legacy;

import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.apache.Apache;
import io.github.govbrkeycloak.apache.AuthModule;
import io.github.govbrkeycloak.apache.BackendApplication;
import io.github.govbrkeycloak.apache.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a guide for Apache puts together: a realm, an Apache that is a client of it, and an
 * application behind Apache.
 *
 * @param address of the site, without a trailing slash
 */
record ApacheService(OwnRealm realm, BackendApplication application, Apache apache, String address)
    implements AutoCloseable {

  private static final String PAGES = "docs/simulador/exemplos/apache/paginas";

  /** A number, not a name: another site than Keycloak's, as it may be in production. */
  private static final String HOST = "127.0.0.1";

  private static final String PROXY = "ProxyPass /area/aplicacao/ http://127.0.0.1:3000/";

  /** How a guide makes the site known to Keycloak. */
  interface Registration {

    /**
     * Registers it.
     *
     * @param address of the site
     * @return what the site has to define for it
     */
    Map<String, String> register(OwnRealm realm, String address) throws IOException;
  }

  /**
   * Follows the guide of this name.
   *
   * @param home an empty folder for Apache's files
   */
  static ApacheService start(Path home, String guide, AuthModule module, Registration registration)
      throws IOException {
    RunningSystem system = RunningSystem.get();
    OwnRealm realm = OwnRealm.create(system, guide, Map.of());
    BackendApplication application = null;
    try {
      application = BackendApplication.start();
      int port = Apache.freePort();
      String address = "http://" + HOST + ":" + port;
      Map<String, String> values = new TreeMap<>(registration.register(realm, address));
      values.put("PORTA", Integer.toString(port));
      values.put("SERVICO", address);
      values.put("PAGINAS", pages(system, Guide.of(system, guide), home).toString());
      Site site =
          Site.read(Guide.of(system, guide).file("servico.conf"))
              .defining(values)
              .uncommenting(PROXY, proxied("/area/aplicacao/", application) + open(application));
      return new ApacheService(realm, application, Apache.start(home, port, module, site), address);
    } catch (IOException | RuntimeException e) {
      try (realm;
          BackendApplication ends = application) {
        throw e;
      }
    }
  }

  /** Where the guide says that an application must not be reached. */
  private static String open(BackendApplication application) {
    return "\n  " + proxied("/aberta/", application);
  }

  private static String proxied(String path, BackendApplication application) {
    return "ProxyPass " + path + " " + application.address();
  }

  /**
   * The pages of the other guide for Apache, with a page of this one for what is said of people.
   */
  private static Path pages(RunningSystem system, Guide guide, Path home) throws IOException {
    Path pages = Apache.copyPages(system.file(PAGES), home);
    Files.copy(
        guide.file("area.shtml"),
        pages.resolve("area/index.shtml"),
        StandardCopyOption.REPLACE_EXISTING);
    return pages;
  }

  @Override
  public void close() throws InterruptedException {
    apache.close();
    application.close();
    realm.close();
  }
}
