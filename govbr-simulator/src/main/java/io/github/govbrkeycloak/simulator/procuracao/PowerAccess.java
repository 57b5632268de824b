package io.github.govbrkeycloak.simulator.procuracao;

import io.github.govbrkeycloak.model.Cpf;
import io.github.govbrkeycloak.simulator.api.ApiAccess;
import io.github.govbrkeycloak.simulator.api.ApiError;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;
import io.github.govbrkeycloak.simulator.tokens.AccessToken;
import java.util.Optional;

/** Who may see a power: its agent, with a token that names the grantor. */
final class PowerAccess {

  private static final int FORBIDDEN = 403;

  private final ApiAccess access;
  private final Settings settings;

  PowerAccess(ApiAccess access, Settings settings) {
    this.access = access;
    this.settings = settings;
  }

  /** The two people of an agent token. */
  record Parties(AccessToken token, Cpf grantor, Cpf agent) {}

  /**
   * The parties a caller speaks for.
   *
   * @throws jakarta.ws.rs.WebApplicationException with gov.br's error body
   */
  Parties parties(String authorization, String scope) {
    AccessToken token =
        settings.chosen(Choice.POWER_SCOPES_REQUIRED)
            ? access.token(authorization, scope)
            : access.token(authorization, "openid");
    Cpf grantor =
        token
            .grantor()
            .orElseThrow(
                () ->
                    ApiError.of(
                        FORBIDDEN, "ACCESSTOKEN_MUSTBEOFAGENT", "O token não é de um procurador."));
    return new Parties(token, grantor, Cpf.of(token.persona().cpf()));
  }

  /**
   * Refuses a filter that names anybody else.
   *
   * @param filter what the caller sent, {@code null} if nothing
   */
  static void demand(String filter, Cpf party) {
    Optional<Cpf> asked = Cpf.parse(filter);
    if (filter != null && !asked.equals(Optional.of(party))) {
      throw ApiError.of(
          FORBIDDEN,
          "REQUEST_ACCOUNTID_MUSTMATCHACCESSTOKENSUB",
          "O filtro não é de nenhuma das pessoas do token.");
    }
  }
}
