package io.github.govbrkeycloak.simulator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.govbrkeycloak.apache.Apache;
import io.github.govbrkeycloak.apache.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of the guide, as a reader copies them. */
final class ApacheExample {

  private static final Path FOLDER = Path.of("..", "docs", "simulador", "exemplos", "apache");
  private static final String SERVICE_IN_THE_GUIDE = "http://localhost:8085";
  private static final String PROXY = "ProxyPass /area/aplicacao/ http://127.0.0.1:3000/";

  /** Rules that the guide mentions besides those of its site; nothing is there to be found. */
  private static final String RULES_OF_THE_GUIDE =
      """
      <Location /regra/fator>
        AuthType openid-connect
        Require claim amr:mfa
      </Location>
      <Location /regra/email>
        AuthType openid-connect
        Require claim email_verified:true
      </Location>
      """;

  private ApacheExample() {}

  /**
   * The site and its pages for a service of one's own.
   *
   * @param home where the pages are copied to
   * @param values what to define in the guide's site, besides port, address and pages
   * @param application where the application is that the site passes requests on to
   */
  static Site site(Path home, int port, Map<String, String> values, String application)
      throws IOException {
    Map<String, String> defined = new TreeMap<>(values);
    defined.put("PORTA", Integer.toString(port));
    defined.put("SERVICO", addressAt(port));
    defined.put("PAGINAS", Apache.copyPages(FOLDER.resolve("paginas"), home).toString());
    return Site.read(FOLDER.resolve("govbr.conf"))
        .defining(defined)
        .uncommenting(PROXY, "ProxyPass /area/aplicacao/ " + application)
        .and(RULES_OF_THE_GUIDE);
  }

  /** A number, not a name: another host than gov.br's, as in production. */
  static String addressAt(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** What the guide registers at gov.br, for a service at another address. */
  static JsonNode client(String service) throws IOException {
    String client = Files.readString(FOLDER.resolve("cliente.json"));
    assertThat(client).contains(SERVICE_IN_THE_GUIDE + "/volta");
    return new JsonMapper().readTree(client.replace(SERVICE_IN_THE_GUIDE, service));
  }
}
