package io.github.govbrkeycloak.acceptance.legacy;

import static org.awaitility.Awaitility.await;

import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * A WAR beside the portal, in the same WildFly, deployed as an administrator does: by putting it
 * into WildFly's folder, and taken away by taking it out.
 */
final class DeployedWar implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningSystem system;
  private final String name;

  private DeployedWar(RunningSystem system, String name) {
    this.system = system;
    this.name = name;
  }

  /**
   * Deploys it; it answers when this returns.
   *
   * @throws IllegalStateException if WildFly refuses it; why is in the message
   */
  static DeployedWar deploy(RunningSystem system, Path war) throws IOException {
    DeployedWar deployed = new DeployedWar(system, war.getFileName().toString());
    deployed.close();
    // Under another name first: WildFly must not find half a file.
    Path whole = Files.copy(war, deployed.file(".copia"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(whole, deployed.file(""));
    Path failed = deployed.file(".failed");
    await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(deployed.file(".deployed")) || Files.exists(failed));
    if (Files.exists(failed)) {
      throw new IllegalStateException("WildFly: " + Files.readString(failed));
    }
    return deployed;
  }

  /** Where the application is, without a trailing slash. */
  String address() {
    return server() + "/" + name.replace(".war", "");
  }

  /** The address of the WildFly that it is in. */
  String server() {
    return system.portalUrl().replace("/portal/", "");
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file(""));
    await().atMost(PATIENCE).until(() -> Files.notExists(file(".deployed")));
    Files.deleteIfExists(file(".failed"));
    Files.deleteIfExists(file(".undeployed"));
  }

  /** The file itself, or with a suffix the mark that WildFly sets beside it. */
  private Path file(String suffix) {
    return system.dataFile("portal/deployments").resolve(name + suffix);
  }
}
