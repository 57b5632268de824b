package io.github.govbrkeycloak.example.api;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;

/** Why a call was refused, for programs and people (RFC 9457). */
enum Problem {
  TOKEN(
      "urn:orgao:token-recusado",
      "Falta um token válido",
      "Mande um access token do Keycloak do órgão, emitido para esta API e ainda válido."),
  LEVEL(
      "urn:orgao:nivel-insuficiente",
      "Falta nível na conta gov.br",
      "Este pedido precisa de uma conta gov.br prata ou ouro.");

  static final String MEDIA_TYPE = "application/problem+json";

  private final String type;
  private final String title;
  private final String detail;

  Problem(String type, String title, String detail) {
    this.type = type;
    this.title = title;
    this.detail = detail;
  }

  String json() {
    return Json.createObjectBuilder()
        .add("type", type)
        .add("title", title)
        .add("status", HttpServletResponse.SC_UNAUTHORIZED)
        .add("detail", detail)
        .build()
        .toString();
  }
}
