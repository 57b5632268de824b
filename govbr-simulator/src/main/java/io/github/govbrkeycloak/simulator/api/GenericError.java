package io.github.govbrkeycloak.simulator.api;

import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of an error that no part of gov.br describes. Its second key is misspelt there too. */
public final class GenericError {

  private GenericError() {}

  /** The body, with the names these settings say. */
  public static Map<String, String> body(Settings settings, int status, String description) {
    boolean old = settings.chosen(Choice.CODIGO_DESCRICAO);
    Map<String, String> body = new LinkedHashMap<>();
    body.put(old ? "codigo" : "error", Integer.toString(status));
    body.put(old ? "descricao" : "erro_description", description);
    return body;
  }
}
