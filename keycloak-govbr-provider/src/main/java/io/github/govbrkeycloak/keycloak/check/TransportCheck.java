package io.github.govbrkeycloak.keycloak.check;

import io.github.govbrkeycloak.keycloak.config.Ambiente;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.common.enums.SslRequired;

/** Whether everything goes over https, without which the real gov.br registers no address. */
final class TransportCheck {

  private TransportCheck() {}

  /**
   * Looks at it.
   *
   * @param keycloak Keycloak's address as browsers know it
   */
  static Finding of(GovBrConfig config, URI keycloak, SslRequired realms) {
    if (config.ambiente() != Ambiente.OUTRO) {
      return real(keycloak, realms);
    }
    List<String> plain =
        Stream.of(
                keycloak.toString(),
                config.getAuthorizationUrl(),
                config.getTokenUrl(),
                config.apiUrl(),
                config.getLogoutUrl())
            .filter(address -> !isEncrypted(address))
            .map(address -> URI.create(address).getAuthority())
            .distinct()
            .toList();
    return plain.isEmpty()
        ? Finding.green(Item.HTTPS)
        : Finding.yellow(Item.HTTPS, "teste", String.join(", ", plain));
  }

  private static Finding real(URI keycloak, SslRequired realms) {
    if (!isEncrypted(keycloak.toString())) {
      return Finding.red(Item.HTTPS, "sem", keycloak.toString());
    }
    return realms == SslRequired.NONE
        ? Finding.yellow(Item.HTTPS, "realm")
        : Finding.green(Item.HTTPS);
  }

  private static boolean isEncrypted(String address) {
    return address.startsWith("https://");
  }
}
