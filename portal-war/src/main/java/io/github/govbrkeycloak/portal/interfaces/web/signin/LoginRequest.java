package io.github.govbrkeycloak.portal.interfaces.web.signin;

import jakarta.servlet.ServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code /entrar} was asked for, after all of it has been checked.
 *
 * @param destination where to go after signing in
 * @param nivel level to ask Keycloak for ({@code acr_values})
 * @param acao step to send the person through ({@code kc_action})
 */
record LoginRequest(Destination destination, Optional<String> nivel, Optional<String> acao) {

  private static final Pattern NIVEL = Pattern.compile("bronze|prata|ouro");

  /** The steps that the Keycloak extension knows, with one plain parameter. */
  private static final Pattern ACAO =
      Pattern.compile(
          "govbr-(?:nivel|exigencia|empresa|senha|procuracao)(?::[A-Za-z0-9._-]{1,100})?");

  /**
   * @return empty when any part is none of the allowed values
   */
  static Optional<LoginRequest> from(ServletRequest request) {
    return of(
        request.getParameter("destino"),
        request.getParameter("nivel"),
        request.getParameter("acao"));
  }

  static Optional<LoginRequest> of(String destino, String nivel, String acao) {
    Optional<Destination> destination = Destination.of(destino);
    if (destination.isEmpty() || refused(NIVEL, nivel) || refused(ACAO, acao)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoginRequest(destination.get(), Optional.ofNullable(nivel), Optional.ofNullable(acao)));
  }

  /** Whether the person must go to Keycloak although the portal already knows them. */
  boolean needsKeycloak() {
    return nivel.isPresent() || acao.isPresent();
  }

  /** The parameters for Keycloak's authorization endpoint. */
  Map<String, String> keycloakParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    nivel.ifPresent(value -> parameters.put("acr_values", value));
    acao.ifPresent(value -> parameters.put("kc_action", value));
    return parameters;
  }

  /** The same request as a query string, for the next address. */
  String toQuery() {
    List<String> parts = new ArrayList<>();
    parts.add("destino=" + encoded(destination.path()));
    nivel.ifPresent(value -> parts.add("nivel=" + encoded(value)));
    acao.ifPresent(value -> parts.add("acao=" + encoded(value)));
    return String.join("&", parts);
  }

  private static boolean refused(Pattern allowed, String value) {
    return value != null && !allowed.matcher(value).matches();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
