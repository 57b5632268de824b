package io.github.govbrkeycloak.simulator.apache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the guide, as a reader copies them. */
final class ApacheExample {

  private static final Path FOLDER = Path.of("..", "docs", "simulador", "exemplos", "apache");
  private static final String SERVICE_IN_THE_GUIDE = "http://localhost:8085";

  private static final String PROXY_COMMENT =
      "  # ProxyPass /area/aplicacao/ http://127.0.0.1:3000/";

  private ApacheExample() {}

  /** The site, with other values in its {@code Define} lines and not one letter more changed. */
  static String site(Map<String, String> values) throws IOException {
    String site = Files.readString(FOLDER.resolve("govbr.conf"));
    for (Map.Entry<String, String> value : values.entrySet()) {
      Matcher define = Pattern.compile("(?m)^(Define " + value.getKey() + " +)\\S+$").matcher(site);
      assertThat(define.results()).as("the line that defines %s", value.getKey()).hasSize(1);
      site = define.replaceFirst("$1" + Matcher.quoteReplacement(value.getValue()));
    }
    return site;
  }

  /** The same with the line that brings in an application of one's own, which is a comment. */
  static String siteWithApplication(Map<String, String> values, String application)
      throws IOException {
    String site = site(values);
    assertThat(site).contains(PROXY_COMMENT);
    return site.replace(PROXY_COMMENT, "  ProxyPass /area/aplicacao/ " + application);
  }

  /** What the guide registers at gov.br, for a service at another address. */
  static JsonNode client(String service) throws IOException {
    String client = Files.readString(FOLDER.resolve("cliente.json"));
    assertThat(client).contains(SERVICE_IN_THE_GUIDE + "/volta");
    return new JsonMapper().readTree(client.replace(SERVICE_IN_THE_GUIDE, service));
  }

  /** Copies the pages to where Apache's own user can read them. */
  static void copyPages(Path target) throws IOException {
    Path source = FOLDER.resolve("paginas");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.copy(file, copy);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
  }
}
