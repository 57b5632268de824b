package io.github.govbrkeycloak.simulator.start;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be said when the simulator is started. Each option has one name, from which
 * flag, variable and line of the configuration file follow; help and guide are made of this list.
 */
public enum Option {
  /** The port to listen on. */
  PORT("porta", "NÚMERO", "porta; 0 toma uma livre", "8280"),
  /** The network address to listen on. */
  ADDRESS("endereco", "ENDEREÇO", "onde escuta; 0.0.0.0 é em toda a rede", "localhost"),
  /** The address others reach it at. */
  BASE_URL("url", "URL", "por onde os outros o acham; entra nos tokens", "o da porta"),
  /** The user's own fixtures. */
  DATA("dados", "PASTA", "os seus personas.json, clientes.json…", "os do jar"),
  /** The registered services alone. */
  CLIENTS("clientes", "ARQUIVO", "os seus serviços registrados", "os dos dados"),
  /** Sides of the disagreements. */
  SETTINGS("ajustes", "NOME=LADO,...", "lados das divergências", "o documento mais novo"),
  /** Nobody but the people in the fixtures. */
  ONLY_LISTED("sem-pessoas-inventadas", "sim|nao", "só entram as pessoas da lista", "nao"),
  /** Which people are invented. */
  SEED("semente", "TEXTO", "a mesma inventa as mesmas pessoas", "nenhuma"),
  /** A clock that stands still. */
  CLOCK("relogio", "INSTANTE", "relógio parado em 2031-05-06T07:08:09Z", "hora real"),
  /** Serve https. */
  TLS("tls", "sim|nao", "https, com certificado gerado se não houver", "nao"),
  /** Where the certificate is kept. */
  TLS_CERTIFICATE("tls-certificado", "ARQUIVO.p12", "liga --tls; usa-o ou grava-o ali", "nenhum"),
  /** Opens the certificate's file. */
  TLS_PASSWORD(
      "tls-senha", "SENHA", "abre o arquivo do certificado", "simulador", Scope.NEVER_A_FLAG),
  /** Believe the headers of the reverse proxy in front. */
  PROXY("proxy", "sim|nao", "crê em X-Forwarded-For, -Proto e -Host", "nao"),
  /** The configuration file. */
  CONFIG("config", "ARQUIVO", "arquivo de configuração", "nenhum", Scope.NEVER_IN_A_FILE),
  /** Prints a JSON Schema. */
  SCHEMA("esquema", "NOME", "mostra o JSON Schema de um arquivo dos dados", "", Scope.ONLY_A_FLAG),
  /** Prints the version. */
  VERSION("versao", "", "mostra a versão", "", Scope.ONLY_A_FLAG),
  /** Prints the help. */
  HELP("help", "", "mostra esta ajuda", "", Scope.ONLY_A_FLAG);

  /** Where an option can be said. */
  public enum Source {
    /** As {@code --name value}. */
    COMMAND_LINE,
    /** As {@code SIMULADOR_NAME}. */
    ENVIRONMENT,
    /** As {@code name = value}. */
    FILE
  }

  private enum Scope {
    EVERYWHERE,
    NEVER_A_FLAG,
    NEVER_IN_A_FILE,
    ONLY_A_FLAG
  }

  private static final String YES_OR_NO = "sim|nao";

  private final String label;
  private final String parameter;
  private final String description;
  private final String byDefault;
  private final Scope scope;

  Option(String label, String parameter, String description, String byDefault) {
    this(label, parameter, description, byDefault, Scope.EVERYWHERE);
  }

  Option(String label, String parameter, String description, String byDefault, Scope scope) {
    this.label = label;
    this.parameter = parameter;
    this.description = description;
    this.byDefault = byDefault;
    this.scope = scope;
  }

  /** The options that can be said there, in the order of the help. */
  public static List<Option> in(Source source) {
    return Arrays.stream(values()).filter(option -> option.isIn(source)).toList();
  }

  /** The option of that name, if it can be said there. */
  static Optional<Option> named(String label, Source source) {
    return in(source).stream().filter(option -> option.label.equals(label)).findFirst();
  }

  /** Whether it can be said there. */
  public boolean isIn(Source source) {
    return switch (scope) {
      case EVERYWHERE -> true;
      case NEVER_A_FLAG -> source != Source.COMMAND_LINE;
      case NEVER_IN_A_FILE -> source != Source.FILE;
      case ONLY_A_FLAG -> source == Source.COMMAND_LINE;
    };
  }

  /** Its name in the configuration file. */
  public String label() {
    return label;
  }

  /** Its name on the command line. */
  public String flag() {
    return "--" + label;
  }

  /** Its name in the environment. */
  public String variable() {
    return "SIMULADOR_" + label.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What its value is called in Portuguese; empty if it has none. */
  public String parameter() {
    return parameter;
  }

  /** Whether it is done instead of starting, without any value. */
  boolean isAction() {
    return parameter.isEmpty();
  }

  /** Whether its value is yes or no, and yes when it is not told. */
  boolean isSwitch() {
    return parameter.equals(YES_OR_NO);
  }

  /** What it is good for, in Portuguese. */
  public String description() {
    return description;
  }

  /** What is done without it, in Portuguese; empty where that needs no words. */
  public String byDefault() {
    return byDefault;
  }
}
