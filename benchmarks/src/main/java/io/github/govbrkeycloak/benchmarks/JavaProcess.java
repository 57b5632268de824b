package io.github.govbrkeycloak.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Java program that runs on this machine, as the JDK's tools see it. */
public record JavaProcess(ProcessHandle process) {

  private static final Pattern OF_THE_HEAP =
      Pattern.compile("(?:generation|heap) +total \\d+K, used (\\d+)K");

  /** What its heap holds after the garbage is collected, in bytes. */
  public long liveBytes() throws IOException {
    jcmd("GC.run");
    return OF_THE_HEAP
            .matcher(jcmd("GC.heap_info"))
            .results()
            .map(MatchResult::group)
            .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K", "$1")))
            .sum()
        * 1024;
  }

  /** What {@code jcmd} says to a command. */
  public String jcmd(String... command) throws IOException {
    Process jcmd =
        new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), String.join(" ", command))
            .start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** A program of the JDK that runs this one. */
  public static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** The Java program that a script has started, or the script has become. */
  public static JavaProcess startedBy(Process script) {
    return new JavaProcess(
        List.of(script.toHandle(), script.descendants().findFirst().orElse(script.toHandle()))
            .stream()
            .filter(each -> each.info().command().orElse("").endsWith("/java"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no Java program was started")));
  }
}
