package io.github.govbrkeycloak.simulator.journal;

import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.fixtures.Clients;
import io.github.govbrkeycloak.simulator.login.LoginAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an answer sends the browser; the names are those of the JSON. */
public enum Destination {
  /** To gov.br's own login page. */
  PAGINA_DE_ENTRADA("para a página de entrada"),
  /** Back to the service with a code. */
  VOLTA_COM_CODIGO("de volta ao serviço, com o código"),
  /** Back to the service because the person gave up or denied. */
  VOLTA_CANCELADA("de volta ao serviço, com access_denied"),
  /** Back to the service with another error. */
  VOLTA_COM_ERRO("de volta ao serviço, com erro"),
  /** Back to the service with nothing, as the catalogue does. */
  VOLTA("de volta ao serviço"),
  /** To the start address of the service, because the login got lost. */
  LANCADOR("para o lançador do serviço"),
  /** Back to the service after logout. */
  VOLTA_DA_SAIDA("de volta ao serviço, fora da sessão"),
  /** To some other page of gov.br. */
  OUTRA_PAGINA("para outra página do gov.br");

  private final String title;

  Destination(String title) {
    this.title = title;
  }

  /** In Portuguese. */
  public String title() {
    return title;
  }

  /**
   * Reads a {@code Location}.
   *
   * @param location the header, maybe {@code null}
   * @param client the service that is known to be concerned
   */
  public static Optional<Destination> of(String location, Optional<Client> client, Clients all) {
    if (location == null) {
      return Optional.empty();
    }
    String address = location.replaceFirst("\\?.*", "");
    List<String> parameters = parameters(location);
    if (all.haveLogoutUri(location)) {
      return Optional.of(VOLTA_DA_SAIDA);
    }
    if (client.filter(service -> location.equals(service.lancador())).isPresent()) {
      return Optional.of(LANCADOR);
    }
    if (client.filter(service -> returnsTo(service, location)).isPresent()) {
      return Optional.of(back(parameters));
    }
    return Optional.of(address.endsWith(LoginAddress.PATH) ? PAGINA_DE_ENTRADA : OUTRA_PAGINA);
  }

  private static boolean returnsTo(Client client, String location) {
    return client.redirectUris().stream()
        .anyMatch(
            registered ->
                location.equals(registered)
                    || location.startsWith(registered + (registered.contains("?") ? "&" : "?")));
  }

  private static Destination back(List<String> parameters) {
    if (parameters.contains("error=access_denied")) {
      return VOLTA_CANCELADA;
    }
    if (parameters.stream().anyMatch(parameter -> parameter.startsWith("error="))) {
      return VOLTA_COM_ERRO;
    }
    return parameters.stream().anyMatch(parameter -> parameter.startsWith("code="))
        ? VOLTA_COM_CODIGO
        : VOLTA;
  }

  private static List<String> parameters(String location) {
    int query = location.indexOf('?');
    return query < 0 ? List.of() : Arrays.asList(location.substring(query + 1).split("&", -1));
  }
}
