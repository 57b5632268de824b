package io.github.govbrkeycloak.benchmarks.login;

import io.github.govbrkeycloak.benchmarks.JavaProcess;
import io.github.govbrkeycloak.benchmarks.Load;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where Keycloak's processor time goes during logins by our provider, as the JDK's flight recorder
 * sees it. The recordings stay, for a closer look.
 */
record Profile(Path folder) implements Experiment {

  private static final int AT_ONCE = 4;
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final String OURS = "io.github.govbrkeycloak.";
  private static final String GENERATED = ".*(\\$\\$Lambda|\\$quarkusrestinvoker|\\.lambda\\$).*";
  private static final int SHOWN = 15;

  @Override
  public List<Finding> run(TestBed bed, Plan plan) throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Way way : List.of(Way.GENERIC, Way.GOVBR)) {
      bed.warmUp(way, plan.warmUp());
      findings.addAll(profile(way + ", quem é novo", bed, bed.newPeople(way), plan));
      findings.addAll(profile(way + ", quem volta", bed, bed.returningPeople(way), plan));
    }
    return findings;
  }

  private List<Finding> profile(String who, TestBed bed, BrokeredLogin login, Plan plan)
      throws IOException, InterruptedException {
    Path file = folder.resolve(who.replaceAll("\\W+", "-") + ".jfr");
    JavaProcess keycloak = bed.keycloak().java();
    keycloak.jcmd("JFR.start", "name=entradas", "settings=profile");
    new Load(AT_ONCE).run(login, plan.pairs() * plan.logins());
    keycloak.jcmd("JFR.stop", "name=entradas", "filename=" + file);
    return shares(who, file);
  }

  private static List<Finding> shares(String who, Path file) throws IOException {
    int samples = 0;
    Map<String, Integer> ours = new HashMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
        samples++;
        methods(event).forEach(method -> ours.merge(method, 1, Integer::sum));
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.told(who + ": amostras", samples + " em " + file.getFileName()));
    int all = Math.max(1, samples);
    ours.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(
            method ->
                findings.add(
                    Finding.told(
                        who + ": " + method.getKey(),
                        Finding.number(100.0 * method.getValue() / all, 1) + "%")));
    return findings;
  }

  /** Our methods in which the program was at that moment, whoever they had called. */
  private static Set<String> methods(RecordedEvent event) {
    Set<String> methods = new HashSet<>();
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String type = frame.getMethod().getType().getName();
      String method = type + "." + frame.getMethod().getName();
      if (type.startsWith(OURS) && !method.matches(GENERATED)) {
        methods.add(method.substring(OURS.length()));
      }
    }
    return methods;
  }
}
