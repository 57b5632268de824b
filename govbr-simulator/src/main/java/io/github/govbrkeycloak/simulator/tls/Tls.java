package io.github.govbrkeycloak.simulator.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to serve https.
 *
 * @param file PKCS#12 file with key and certificate, made if it does not exist; if empty, a
 *     certificate is made at each start and kept nowhere
 * @param password opens that file
 */
public record Tls(Optional<Path> file, String password) {

  /** With a certificate that lasts as long as the simulator. */
  public static Tls inMemory() {
    return new Tls(Optional.empty(), "");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Tls" + file.map(Path::toString).orElse("[]");
  }
}
