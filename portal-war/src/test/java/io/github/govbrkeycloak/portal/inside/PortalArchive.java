package io.github.govbrkeycloak.portal.inside;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The portal as it was built, not its class folders. */
final class PortalArchive {

  private PortalArchive() {}

  static WebArchive asBuilt() {
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("portal.war")));
  }
}
