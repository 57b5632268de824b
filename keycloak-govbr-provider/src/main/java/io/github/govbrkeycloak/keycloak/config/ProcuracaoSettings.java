package io.github.govbrkeycloak.keycloak.config;

import io.github.govbrkeycloak.keycloak.powers.PowerVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Settings of an identity provider about people who act for others (roteiro, "API de Procuração").
 *
 * @param config the identity provider's configuration
 */
public record ProcuracaoSettings(Map<String, String> config) {

  /** What an agent's login asks for beyond an ordinary one's. */
  public static final String ESCOPOS = "escoposProcuracao";

  /** Version of the API, by {@link PowerVersion#word()}. */
  public static final String VERSAO = "versaoProcuracao";

  /** Scope for recording the use of a power of attorney. */
  public static final String RECORDING = "poav2_createPoaAccessHistory_agent";

  /** Scope for finding powers of attorney. */
  public static final String FINDING =
      "poav2_retrievePoasByAgentAccountIdAndGrantorAccountIdAndClientIdAndIsActive_agent";

  /** What the roteiro names. */
  static final String DEFAULT_SCOPES = RECORDING + " " + FINDING;

  private static final String SEPARATORS = "[ +]+";
  private static final String SCOPE = "[A-Za-z0-9_.:-]+";

  /** Version of the API: the newest when nothing readable is configured. */
  public PowerVersion version() {
    return PowerVersion.of(versionWord()).orElse(PowerVersion.V2);
  }

  private String versionWord() {
    return Optional.ofNullable(config.get(VERSAO)).map(String::strip).orElse("");
  }

  /** The scopes of an agent's login as one text. */
  public String scope(Set<String> ofLogin) {
    return String.join(" ", scopes(ofLogin));
  }

  /** The scopes of an agent's login: those of an ordinary login first. */
  public Set<String> scopes(Set<String> ofLogin) {
    Set<String> all = new LinkedHashSet<>(ofLogin);
    all.addAll(own());
    return all;
  }

  private List<String> own() {
    String written =
        Optional.ofNullable(config.get(ESCOPOS))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElse(DEFAULT_SCOPES);
    return List.of(written.split(SEPARATORS));
  }

  /**
   * Refuses settings that cannot work.
   *
   * @throws InvalidSettingException naming the field and the remedy
   */
  void validate() {
    if (!own().stream().allMatch(scope -> scope.matches(SCOPE))) {
      throw InvalidSettingException.of(ESCOPOS, "escopos.forma");
    }
    if (!versionWord().isEmpty() && PowerVersion.of(versionWord()).isEmpty()) {
      throw InvalidSettingException.of(VERSAO, "escolha", String.join(", ", PowerVersion.words()));
    }
  }

  /** The console's fields. */
  static List<ProviderConfigProperty> properties() {
    return ConsoleFields.of("govbr")
        .text(ESCOPOS, DEFAULT_SCOPES)
        .oneOf(VERSAO, PowerVersion.words())
        .build();
  }
}
