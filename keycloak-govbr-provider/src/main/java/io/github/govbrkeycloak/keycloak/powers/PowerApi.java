package io.github.govbrkeycloak.keycloak.powers;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.http.Api;
import io.github.govbrkeycloak.keycloak.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/**
 * The requests of gov.br's API of powers of attorney (roteiro, "API de Procuração"), for an agent.
 *
 * @param config gov.br's addresses, our credential and the version
 * @param parties whom the agent's token names
 * @param accessToken the agent's token
 */
public record PowerApi(GovBrConfig config, Parties parties, String accessToken) {

  /** In UTC without saying so, as the roteiro's sample. */
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** The powers in force that allow our service. */
  public Request<List<Power>> powers() {
    PowerVersion version = config.procuracao().version();
    return Request.json(
        Api.PROCURACOES,
        config.apiUrl(),
        path()
            + "?filtrar-por-outorgante="
            + parties.grantor().digits()
            + "&"
            + version.agentFilter()
            + "="
            + parties.agent().digits()
            + "&filtrar-por-clientid="
            + URLEncoder.encode(config.getClientId(), StandardCharsets.UTF_8)
            + "&filtrar-por-situacao=ativo",
        accessToken,
        body -> PowerAnswers.powers(body, version, parties));
  }

  /**
   * Records a use; gov.br tells the number under which it keeps it, or nothing where the power is
   * not good for the service.
   */
  public Request<Optional<String>> record(PowerUse use) {
    return Request.post(
        Api.HISTORICO,
        config.apiUrl(),
        path() + "/" + use.powerId() + "/historico-acessos",
        accessToken,
        json(Map.of("poaAccessHistory", sent(use))),
        PowerAnswers.FORBIDDEN,
        PowerAnswers::recorded);
  }

  private String path() {
    return "/procuracoes/" + config.procuracao().version().word() + "/procuracoes";
  }

  /** The roteiro's sample and its text differ in the moment's name: it goes under both. */
  private Map<String, Object> sent(PowerUse use) {
    String moment = MOMENT.format(use.at());
    return Map.of(
        "clientId",
        config.getClientId(),
        "serviceId",
        use.service(),
        "instanteEvento",
        moment,
        "serviceEventCreatedAtUtc",
        moment);
  }

  private static String json(Map<String, Object> body) {
    try {
      return JsonSerialization.mapper.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A use of a power cannot be written");
    }
  }

  /** It holds two CPFs and a token. */
  @Override
  public String toString() {
    return "PowerApi";
  }
}
