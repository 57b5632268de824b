package io.github.govbrkeycloak.simulator.start;

import io.github.govbrkeycloak.simulator.fixtures.Excerpt;
import io.github.govbrkeycloak.simulator.start.Option.Source;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: picocli parses it and lays out the help; the words are ours. */
final class Arguments {

  private static final int WIDTH = 100;
  private static final int LEFT_COLUMN = 36;
  private static final String YES = "sim";

  private Arguments() {}

  /**
   * What the flags say.
   *
   * @throws UsageException if they say something that makes no sense
   */
  static Map<Option, Said> parse(String... arguments) {
    if (arguments.length == 0) {
      // The usual case in containers: picocli's classes cost a twentieth of the start.
      return Map.of();
    }
    try {
      ParseResult parsed = commandLine().parseArgs(switchesTold(arguments));
      Map<Option, Said> said = new EnumMap<>(Option.class);
      for (Option option : Option.in(Source.COMMAND_LINE)) {
        if (parsed.hasMatchedOption(option.flag())) {
          String value = option.isAction() ? YES : parsed.matchedOptionValue(option.flag(), "");
          said.put(option, new Said(notBlank(value, option), option.flag()));
        }
      }
      return said;
    } catch (ParameterException e) {
      throw new UsageException(sentence(e));
    }
  }

  /** The help, one screen. */
  static String help() {
    return commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  /** Otherwise picocli takes what follows for the value, even if it is a misspelt flag. */
  private static String[] switchesTold(String[] arguments) {
    Set<String> switches =
        Option.in(Source.COMMAND_LINE).stream()
            .filter(Option::isSwitch)
            .map(Option::flag)
            .collect(Collectors.toSet());
    return Arrays.stream(arguments)
        .map(argument -> switches.contains(argument) ? argument + "=" + YES : argument)
        .toArray(String[]::new);
  }

  private static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create();
    Option.in(Source.COMMAND_LINE).forEach(option -> spec.addOption(specOf(option)));
    spec.usageMessage()
        .width(WIDTH)
        .longOptionsMaxWidth(LEFT_COLUMN)
        .sortOptions(false)
        .customSynopsis("java -jar govbr-simulator.jar [OPÇÃO]...")
        .synopsisHeading("Uso: ")
        .description("Faz o papel do gov.br para quem desenvolve e testa: só pessoas fictícias.")
        .optionListHeading("%nOpções:%n")
        .footer(HelpFooter.lines());
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  private static OptionSpec specOf(Option option) {
    OptionSpec.Builder spec = OptionSpec.builder(names(option)).description(described(option));
    if (option.isAction()) {
      return spec.type(boolean.class).arity("0").build();
    }
    spec.type(String.class).paramLabel(option.parameter());
    return option.isSwitch() ? spec.arity("0..1").build() : spec.arity("1").build();
  }

  private static String[] names(Option option) {
    return option == Option.HELP
        ? new String[] {"-h", option.flag()}
        : new String[] {option.flag()};
  }

  private static String described(Option option) {
    String byDefault = option.byDefault();
    return byDefault.isEmpty()
        ? option.description()
        : option.description() + " (padrão: " + byDefault + ")";
  }

  private static String notBlank(String value, Option option) {
    if (value.isBlank()) {
      throw new UsageException(needsValue(option));
    }
    return value.strip();
  }

  private static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unknown) {
      return unknown(unknown);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return ((OptionSpec) twice.getOverwritten()).longestName() + " só pode vir uma vez.";
    }
    if (e instanceof MissingParameterException missing) {
      String flag = ((OptionSpec) missing.getMissing().get(0)).longestName();
      return needsValue(Option.named(flag.substring(2), Source.COMMAND_LINE).orElseThrow());
    }
    return "as opções não fazem sentido juntas; " + seeHelp();
  }

  private static String needsValue(Option option) {
    return option.flag()
        + " precisa de um valor: "
        + option.flag()
        + " "
        + option.parameter()
        + ".";
  }

  /** What is no flag may be the value of one, even a password, and is not repeated. */
  private static String unknown(UnmatchedArgumentException e) {
    List<String> flags =
        e.getUnmatched().stream()
            .filter(argument -> argument.startsWith("-"))
            .map(flag -> flag.replaceFirst("(?s)=.*", ""))
            .toList();
    if (flags.isEmpty()) {
      return "sobra um argumento; toda opção começa com --; " + seeHelp();
    }
    if (flags.contains(Option.TLS_PASSWORD.flag())) {
      return "a senha não vai na linha de comando, onde outros a leriam; use "
          + Option.TLS_PASSWORD.variable()
          + " ou "
          + Option.TLS_PASSWORD.label()
          + " no arquivo de configuração.";
    }
    return Excerpt.of(flags.get(0)) + " não é uma opção; " + seeHelp();
  }

  private static String seeHelp() {
    return Option.HELP.flag() + " mostra todas.";
  }
}
