package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.config.ConfiguredList;
import io.github.govbrkeycloak.keycloak.config.ConsoleWords;
import io.github.govbrkeycloak.keycloak.config.InvalidSettingException;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.facts.FactNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * Which claims one protocol mapper writes.
 *
 * <p>Nothing chosen means everything. A group that does not exist gives nothing: a typing error
 * must not hand out more than was meant.
 */
final class ClaimSelection {

  /** Configuration key: groups of claims. */
  static final String DADOS = "dados";

  private static final String MEMBER = ClaimGroup.STRUCTURED + ".";

  private final Optional<Set<String>> chosen;

  private ClaimSelection(Optional<Set<String>> chosen) {
    this.chosen = chosen;
  }

  static ClaimSelection of(Map<String, String> config) {
    List<String> groups = ConfiguredList.of(config.get(DADOS));
    return new ClaimSelection(
        groups.isEmpty()
            ? Optional.empty()
            : Optional.of(
                groups.stream()
                    .map(ClaimGroup::of)
                    .flatMap(Optional::stream)
                    .map(ClaimGroup::claims)
                    .flatMap(Collection::stream)
                    .collect(Collectors.toUnmodifiableSet())));
  }

  /** Whether the mapper writes this claim; a member of {@code govbr} is {@code govbr.member}. */
  boolean has(String claim) {
    return chosen.map(claims -> claims.contains(claim)).orElse(true);
  }

  /** The chosen ones of some claims; of {@code govbr}, its chosen members. */
  Map<String, Object> of(Map<String, Object> claims, Map<String, Object> govbr) {
    Map<String, Object> written = new LinkedHashMap<>();
    claims.forEach(
        (name, value) -> {
          if (!name.equals(ClaimGroup.STRUCTURED) && has(name)) {
            written.put(name, value);
          }
        });
    Map<String, Object> members = new LinkedHashMap<>(govbr);
    members.keySet().removeIf(member -> !has(MEMBER + member));
    if (!members.isEmpty()) {
      written.put(ClaimGroup.STRUCTURED, members);
    }
    return written;
  }

  /** What the chosen claims cost. Where nothing was chosen, what is not known is left out. */
  Set<Fact> neededFacts() {
    return chosen.stream()
        .flatMap(Set::stream)
        .map(claim -> claim.startsWith(MEMBER) ? claim.substring(MEMBER.length()) : claim)
        .map(FactNames::factOf)
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Refuses groups that do not exist.
   *
   * @throws ProtocolMapperConfigException with a sentence for the administrator
   */
  static void validate(KeycloakSession session, RealmModel realm, Map<String, String> config)
      throws ProtocolMapperConfigException {
    try {
      validate(config);
    } catch (InvalidSettingException invalid) {
      String sentence = invalid.told(ConsoleWords.of(session, realm)).getMessage();
      // Keycloak looks for the sentence in its messages by a key, and fails where there is none.
      throw new ProtocolMapperConfigException(sentence, sentence);
    }
  }

  /** Refuses groups that do not exist. */
  static void validate(Map<String, String> config) {
    for (String group : ConfiguredList.of(config.get(DADOS))) {
      if (ClaimGroup.of(group).isEmpty()) {
        throw InvalidSettingException.of(
            "mapper." + DADOS, "escolha", String.join(", ", ClaimGroup.configValues()));
      }
    }
  }

  static List<ProviderConfigProperty> properties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(DADOS)
        .label("govbr.mapper.dados.label")
        .helpText("govbr.mapper.dados.help")
        .type(ProviderConfigProperty.MULTIVALUED_LIST_TYPE)
        .options(ClaimGroup.configValues())
        .add()
        .build();
  }
}
