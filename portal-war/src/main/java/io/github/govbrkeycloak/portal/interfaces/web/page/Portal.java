package io.github.govbrkeycloak.portal.interfaces.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page shows of the installation itself ({@code PORTAL_ORGAO}). */
@Named
@ApplicationScoped
public class Portal {

  @Inject
  @ConfigProperty(name = "portal.orgao", defaultValue = "Órgão de Exemplo")
  String organization;

  /** Name of the public body that runs this portal. */
  public String getOrganization() {
    return organization;
  }
}
