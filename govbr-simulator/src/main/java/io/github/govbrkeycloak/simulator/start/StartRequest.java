package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.fixtures.FixtureFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody wants who starts the program: a simulator, or just a text. */
public final class StartRequest {

  private final Map<Option, Said> flags;
  private final Map<String, String> variables;

  private StartRequest(Map<Option, Said> flags, Map<String, String> variables) {
    this.flags = flags;
    this.variables = variables;
  }

  /**
   * Takes the environment and the command line.
   *
   * @throws UsageException if a flag makes no sense
   */
  public static StartRequest of(Map<String, String> variables, String... arguments) {
    return new StartRequest(Arguments.parse(arguments), variables);
  }

  /**
   * The text to print instead of starting, if one is wanted.
   *
   * @throws UsageException if there is no such text
   */
  public Optional<String> text() {
    Values values = new Values(List.of(flags));
    if (values.isOn(Option.HELP)) {
      return Optional.of(Arguments.help());
    }
    if (values.isOn(Option.VERSION)) {
      return Optional.of("govbr-simulator " + version() + System.lineSeparator());
    }
    return values.read(Option.SCHEMA, StartRequest::schema);
  }

  /**
   * How to start the simulator: what flags, environment and configuration file say, in this order.
   *
   * @throws UsageException if they say something that makes no sense
   */
  public SimulatorOptions options() {
    Map<Option, Said> environment = Environment.read(variables);
    Map<Option, Said> file =
        new Values(List.of(flags, environment))
            .path(Option.CONFIG)
            .map(ConfigFile::read)
            .orElseGet(Map::of);
    return new StartOptions(new Values(List.of(flags, environment, file)), variables).read();
  }

  private static String schema(Said said) {
    return FixtureFile.named(said.value())
        .map(FixtureFile::schema)
        .orElseThrow(
            () ->
                said.mustBe(
                    "um de "
                        + Arrays.stream(FixtureFile.values())
                            .map(FixtureFile::label)
                            .collect(Collectors.joining(", "))));
  }

  private static String version() {
    return Optional.ofNullable(StartRequest.class.getPackage().getImplementationVersion())
        .orElse("de desenvolvimento");
  }
}
