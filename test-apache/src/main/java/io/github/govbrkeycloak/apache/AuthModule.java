package io.github.govbrkeycloak.apache;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The modules of Apache that sign people in, as Debian packages them. */
public enum AuthModule {
  /** OpenID Connect. */
  OPENIDC,
  /** SAML 2.0. */
  MELLON;

  /**
   * Ends the test unless Apache and this module are there: as not run on a developer's machine, as
   * failed in continuous integration, where nobody would notice that it never runs.
   */
  public void requireInstalled() {
    if (Files.isExecutable(Apache.PROGRAM) && Files.exists(file())) {
      return;
    }
    String missing =
        "Apache with mod_%1$s is not installed: apt install apache2-bin libapache2-mod-%2$s"
            .formatted(apacheName(), apacheName().replace('_', '-'));
    if (System.getenv("CI") != null) {
      fail(missing);
    }
    System.err.println("NOT TESTED: " + missing);
    abort(missing);
  }

  /** As in Apache's configuration, for instance {@code auth_openidc}. */
  String apacheName() {
    return switch (this) {
      case OPENIDC -> "auth_openidc";
      case MELLON -> "auth_mellon";
    };
  }

  private Path file() {
    return Path.of("/usr/lib/apache2/modules", "mod_" + apacheName() + ".so");
  }
}
