package io.github.govbrkeycloak.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The catalogue of error codes, docs/erros.md,")
class ErrorCatalogueTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("GOVBR-[0-9]{3}");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(GOVBR-[0-9]{3})` \\| ([^|]+) \\| ([^|]*) \\|$");

  private record Entry(String code, String sentence, String whoCanAct) {}

  private static List<Entry> entries() {
    return ROW.matcher(read(ROOT.resolve("docs/erros.md")))
        .results()
        .map(row -> new Entry(row.group(1), row.group(2).strip(), row.group(3).strip()))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every Java source that runs, of all modules. */
  private static Map<Path, String> sources() {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .forEach(folder -> addSources(folder, sources));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sources;
  }

  private static void addSources(Path folder, Map<Path, String> sources) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(file, read(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Collection<String> codesInSources() {
    TreeSet<String> codes = new TreeSet<>();
    sources()
        .values()
        .forEach(
            source -> CODE.matcher(source).results().map(MatchResult::group).forEach(codes::add));
    return codes;
  }

  @Test
  void has_one_entry_for_each_code() {
    assertThat(entries()).extracting(Entry::code).doesNotHaveDuplicates();
  }

  @Test
  void has_no_row_that_cannot_be_read() {
    long rows =
        read(ROOT.resolve("docs/erros.md")).lines().filter(l -> l.startsWith("| `GOVBR")).count();
    assertThat(entries()).hasSize((int) rows);
  }

  @Test
  void says_of_every_code_who_can_act() {
    assertThat(entries())
        .allSatisfy(entry -> assertThat(entry.whoCanAct()).as(entry.code()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void quotes_what_the_person_reads(Reason reason) {
    assertThat(entries())
        .filteredOn(entry -> entry.code().equals(reason.code()))
        .extracting(Entry::sentence)
        .containsExactly(ReasonTest.messages("pt_BR").getProperty(reason.messageKey()));
  }

  @Test
  void has_every_code_that_only_the_logs_know() {
    assertThat(codesInSources())
        .contains("GOVBR-309", "GOVBR-502", "GOVBR-701")
        .isSubsetOf(entries().stream().map(Entry::code).toList());
  }

  @Test
  void has_no_code_that_nothing_raises() {
    List<String> reasons = Stream.of(Reason.values()).map(Reason::code).toList();
    assertThat(entries().stream().map(Entry::code).filter(code -> !reasons.contains(code)))
        .isSubsetOf(codesInSources());
  }

  @ParameterizedTest
  @EnumSource
  void is_of_reasons_that_something_raises(Reason reason) {
    assertThat(sources().entrySet())
        .filteredOn(source -> !source.getKey().endsWith("Reason.java"))
        .anyMatch(source -> source.getValue().contains("Reason." + reason.name()));
  }

  @ParameterizedTest
  @EnumSource
  void tells_the_person_who_can_act_in_both_languages(Reason reason) {
    assertThat(ReasonTest.messages("pt_BR").getProperty(reason.messageKey()))
        .containsPattern("[Tt]ente de novo|[Aa]vise o órgão|Para sair");
    assertThat(ReasonTest.messages("en").getProperty(reason.messageKey()))
        .containsPattern("[Tt]ry again|[Tt]ell the body|[Tt]o sign out");
  }
}
