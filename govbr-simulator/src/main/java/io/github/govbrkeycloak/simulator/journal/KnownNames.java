package io.github.govbrkeycloak.simulator.journal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of parameters and fields that say nothing about anybody. Any other may itself be a
 * password or a person's name that somebody put in the wrong place.
 */
final class KnownNames {

  private static final Set<String> OAUTH =
      Set.of(
          "access_token",
          "acr_values",
          "audience",
          "claims",
          "client_assertion",
          "client_assertion_type",
          "client_id",
          "client_secret",
          "code",
          "code_challenge",
          "code_challenge_method",
          "code_verifier",
          "display",
          "error",
          "error_description",
          "grant_type",
          "id_token",
          "id_token_hint",
          "iss",
          "login_hint",
          "logout_hint",
          "max_age",
          "nonce",
          "password",
          "post_logout_redirect_uri",
          "prompt",
          "redirect_uri",
          "refresh_token",
          "request",
          "request_uri",
          "resource",
          "response_mode",
          "response_type",
          "scope",
          "session_state",
          "state",
          "token",
          "token_type_hint",
          "ui_locales",
          "username");

  private static final Set<String> GOV_BR =
      Set.of(
          "authorization_id",
          "categorias",
          "clientId",
          "codigosConfiabilidades",
          "confiabilidades",
          "cpf",
          "dadosAtendimento",
          "dataHoraAtendimento",
          "email",
          "filtrar-por-clientid",
          "filtrar-por-outorgado",
          "filtrar-por-outorgante",
          "filtrar-por-participante",
          "filtrar-por-procurador",
          "filtrar-por-situacao",
          "instanteEvento",
          "listaCpf",
          "niveis",
          "nome",
          "nomeAtendente",
          "numeroDocumentoAtendente",
          "poaAccessHistory",
          "procuracao",
          "protocoloAtendimento",
          "response-type",
          "senha",
          "serviceId",
          "telefone",
          "tipoDocumentoAtendente");

  /** Of the forms on the pages of gov.br, as the simulator draws them. */
  private static final Set<String> PAGES =
      Set.of(
          "_csrf",
          "accountId",
          "agent",
          "capacity",
          "id",
          "newPassword",
          "operation",
          "persona",
          "repeatedPassword",
          "service",
          "until",
          "via",
          "way");

  private static final Set<String> ALL =
      Stream.of(OAUTH, GOV_BR, PAGES).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private KnownNames() {}

  static boolean contains(String name) {
    return ALL.contains(name);
  }
}
