package io.github.govbrkeycloak.keycloak.config;

import java.util.List;
import java.util.Map;
import org.keycloak.provider.ProviderConfigProperty;

/** How people are sent to gov.br for something and come back. */
public final class StepSettings {

  static final String OWN_RETURN = "voltaPropria";

  private final Map<String, String> config;

  StepSettings(Map<String, String> config) {
    this.config = config;
  }

  /**
   * Whether gov.br's catalogue is asked to send people back to an address of its own, which must be
   * registered at gov.br; otherwise they come back to that of the login, which is.
   */
  public boolean hasOwnReturn() {
    return Boolean.parseBoolean(config.get(OWN_RETURN));
  }

  /** The fields, in the order in which the console shows them. */
  static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr").onOff(OWN_RETURN, false).build();
  }
}
