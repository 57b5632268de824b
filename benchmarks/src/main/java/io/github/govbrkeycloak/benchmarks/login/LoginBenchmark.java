package io.github.govbrkeycloak.benchmarks.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;

/** What a login through Keycloak costs by our provider, beside Keycloak's generic one. */
@Command(
    name = "./benchmarks/login",
    description = "Mede entradas com o gov.br pelo Keycloak, ao lado do provedor genérico.",
    mixinStandardHelpOptions = true)
public final class LoginBenchmark implements Callable<Integer> {

  private static final int BROKEN = 3;
  private static final Map<String, Experiment> EXPERIMENTS = experiments();
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final String PROFILE = "profile";

  @Parameters(index = "0", hidden = true)
  private Path root;

  @Parameters(index = "1", hidden = true)
  private Path simulator;

  @Option(names = "--rapido", description = "poucas entradas: só para ver que tudo funciona")
  private boolean quick;

  @Option(
      names = "--cenarios",
      split = ",",
      description =
          "quais, separados por vírgula: calls, statements, cpu, latency, faults, companies, memory;"
              + " só quando pedido: profile, para onde vai o processador")
  private List<String> chosen = List.copyOf(EXPERIMENTS.keySet());

  @Option(names = "--pares", description = "quantas vezes cada coisa é medida (20)")
  private Integer pairs;

  @Option(names = "--entradas", description = "entradas de cada medição (200)")
  private Integer logins;

  @Option(names = "--aquecimento", description = "entradas antes de medir (1500)")
  private Integer warmUp;

  @Option(names = "--contadas", description = "entradas cujas chamadas são contadas (10000)")
  private Integer counted;

  @Option(names = "--lembradas", description = "entradas antes de medir a memória (20000)")
  private Integer remembered;

  private static Map<String, Experiment> experiments() {
    Map<String, Experiment> experiments = new LinkedHashMap<>();
    experiments.put("calls", new Calls());
    experiments.put("statements", new Statements());
    experiments.put("cpu", new Cpu());
    experiments.put("latency", new Latency());
    experiments.put("faults", new Faults());
    experiments.put("companies", new Companies());
    experiments.put("memory", new Memory());
    return experiments;
  }

  /** Measures, prints the table and ends with 3 if something exact is not as it has to be. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LoginBenchmark())
            .setExecutionExceptionHandler(LoginBenchmark::giveUp)
            .execute(arguments));
  }

  /** A wrong answer ends the run: what is not right is not worth measuring. */
  private static int giveUp(Exception reason, CommandLine command, ParseResult arguments) {
    System.err.println("A medição parou: " + reason.getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() throws Exception {
    List<String> unknown = new ArrayList<>(chosen);
    unknown.removeAll(EXPERIMENTS.keySet());
    unknown.remove(PROFILE);
    if (!unknown.isEmpty()) {
      System.err.println("Não há o cenário " + String.join(", ", unknown) + ".");
      return CommandLine.ExitCode.USAGE;
    }
    Path folder = Files.createDirectories(root.resolve("benchmarks/target/login"));
    Report report = new Report(Machine.described(), plan());
    System.err.println("Preparando o Keycloak e o PostgreSQL");
    try (TestBed bed = TestBed.start(root, folder, simulator)) {
      for (String name : chosen) {
        System.err.println("Medindo " + name);
        Experiment experiment = EXPERIMENTS.getOrDefault(name, new Profile(folder));
        Conditions.Moment begin = Conditions.Moment.now(bed);
        List<Finding> findings = experiment.run(bed, plan());
        report.add(name, findings, begin.until(Conditions.Moment.now(bed), CORES));
        report.write(folder);
      }
    }
    System.out.print(report.markdown());
    report
        .broken()
        .forEach(
            finding ->
                System.err.printf(
                    "Quebrada: %s: %s (meta: %s)%n",
                    finding.what(), finding.value(), finding.target()));
    return report.broken().isEmpty() ? CommandLine.ExitCode.OK : BROKEN;
  }

  private Plan plan() {
    Plan usual = quick ? Plan.QUICK : Plan.COMPLETE;
    return new Plan(
        pairs == null ? usual.pairs() : pairs,
        logins == null ? usual.logins() : logins,
        warmUp == null ? usual.warmUp() : warmUp,
        counted == null ? usual.counted() : counted,
        remembered == null ? usual.remembered() : remembered);
  }
}
