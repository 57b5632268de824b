package io.github.govbrkeycloak.benchmarks.login;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Keycloak with our jars, built for production. */
final class KeycloakInstallation {

  private static final List<String> BUILD =
      List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=true");

  private final Path home;
  private final Path log;

  private KeycloakInstallation(Path home, Path log) {
    this.home = home;
    this.log = log;
  }

  /**
   * Copies what is needed and builds it, unless the last time it was the same.
   *
   * @param root of the project, whose modules are built
   */
  static KeycloakInstallation prepare(Path root, Path folder)
      throws IOException, InterruptedException {
    KeycloakInstallation made =
        new KeycloakInstallation(folder.resolve("keycloak"), folder.resolve("keycloak.log"));
    Path distribution = root.resolve("servers/target/keycloak").toRealPath();
    List<Path> jars =
        List.of(
            jar(root.resolve("keycloak-govbr-provider/target"), "keycloak-govbr-provider"),
            jar(root.resolve("themes/target"), "themes"));
    if (!made.isOf(distribution, jars)) {
      made.copy(distribution, jars);
      made.build();
    }
    return made;
  }

  /** Puts the realm where a start finds it. */
  void importAtStart(String realm) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    Files.writeString(folder.resolve(Realm.NAME + "-realm.json"), realm);
  }

  /** What it has said since it was last started. */
  Path log() {
    return log;
  }

  /** Runs {@code kc.sh}. */
  Process run(List<String> arguments, String heap) throws IOException {
    List<String> command =
        Stream.concat(Stream.of("bash", home.resolve("bin/kc.sh").toString()), arguments.stream())
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_OPTS_KC_HEAP", heap);
    return builder.start();
  }

  private boolean isOf(Path distribution, List<Path> jars) throws IOException {
    Path built = home.resolve("built-of");
    if (!Files.exists(built) || !Files.readString(built).equals(distribution.toString())) {
      return false;
    }
    for (Path jar : jars) {
      if (!Files.exists(provider(jar)) || Files.mismatch(jar, provider(jar)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private Path provider(Path jar) {
    return home.resolve("providers").resolve(jar.getFileName());
  }

  private void copy(Path distribution, List<Path> jars) throws IOException {
    delete(home);
    try (Stream<Path> files = Files.walk(distribution)) {
      for (Path file : files.toList()) {
        Path target = home.resolve(distribution.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    for (Path jar : jars) {
      Files.copy(jar, provider(jar));
    }
    Files.writeString(home.resolve("built-of.new"), distribution.toString());
  }

  private void build() throws IOException, InterruptedException {
    Process build = run(BUILD, "-Xmx1g");
    if (build.waitFor() != 0) {
      throw new IOException("Keycloak could not be built: see " + log);
    }
    Files.move(home.resolve("built-of.new"), home.resolve("built-of"));
  }

  private static Path jar(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> new IOException(name + " has not been built"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(File::delete);
      }
    }
  }
}
