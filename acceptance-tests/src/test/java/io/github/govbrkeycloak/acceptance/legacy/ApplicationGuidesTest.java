package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A guide for applications")
class ApplicationGuidesTest {

  private static final Path FOLDER = Path.of("..", "docs", "aplicacoes");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^)]*\\)");
  private static final Pattern FILE_IN_COMMAND = Pattern.compile("docs/\\S+");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          apache-openidc.md, apache-openidc/servico.conf, apache
          apache-openidc.md, apache-openidc/cliente.json, json
          apache-saml.md, apache-saml/servico.conf, apache
          apache-saml.md, apache-saml/cliente.json, json
          wildfly.md, wildfly/cliente.json, json
          wildfly.md, wildfly/src/main/webapp/WEB-INF/oidc.json, json
          wildfly.md, wildfly/src/main/webapp/WEB-INF/web.xml, xml
          wildfly.md, wildfly/src/main/webapp/WEB-INF/undertow-handlers.conf, ''
          wildfly.md, wildfly/src/main/java/io/github/govbrkeycloak/example/Person.java, java
          wildfly.md, wildfly/src/main/java/io/github/govbrkeycloak/example/SignOutServlet.java, java
          api.md, api/cliente.json, json
          api.md, api/escopo.json, json
          api.md, api/terminal.json, json
          api.md, api/perfil.json, json
          api.md, api/politica.json, json
          api.md, api/src/main/webapp/WEB-INF/oidc.json, json
          api.md, api/src/main/webapp/WEB-INF/web.xml, xml
          api.md, api/src/main/java/io/github/govbrkeycloak/example/api/Caller.java, java
          api.md, api/src/main/java/io/github/govbrkeycloak/example/api/MinimumPrataFilter.java, java
          """)
  void shows_the_file_that_the_tests_run(String guide, String file, String language)
      throws IOException {
    assertThat(Files.readString(FOLDER.resolve(guide)))
        .contains(
            "```"
                + language
                + "\n"
                + Files.readString(FOLDER.resolve("exemplos").resolve(file))
                + "```");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apache-openidc.md", "apache-saml.md", "wildfly.md", "api.md"})
  void names_only_files_that_are_there(String guide) throws IOException {
    String text = Files.readString(FOLDER.resolve(guide));
    Matcher links = LINK.matcher(text);
    assertThat(links.results().map(link -> link.group(1)))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(FOLDER.resolve(link)).exists());
    Matcher files = FILE_IN_COMMAND.matcher(text);
    assertThat(files.results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Path.of("..", file)).exists());
  }
}
