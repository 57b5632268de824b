package io.github.govbrkeycloak.keycloak.claims;

import io.github.govbrkeycloak.keycloak.config.FactSettings;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The facts that a protocol mapper wants in its claims: the logins of its applications ask for
 * them. Linked companies are not among them, because no token holds them.
 */
final class ClaimedFacts {

  private static final Set<Fact> CLAIMABLE = EnumSet.complementOf(EnumSet.of(Fact.EMPRESAS));

  private ClaimedFacts() {}

  /** The facts that a mapper's configuration names, or that the claims chosen in it rest on. */
  static Set<Fact> in(Map<String, String> config) {
    EnumSet<Fact> facts = EnumSet.copyOf(CLAIMABLE);
    facts.retainAll(FactSettings.factsIn(config));
    facts.addAll(ClaimSelection.of(config).neededFacts());
    return facts;
  }

  /** The console's field. */
  static List<ProviderConfigProperty> properties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(FactSettings.FATOS)
        .label("govbr.mapper.fatos.label")
        .helpText("govbr.mapper.fatos.help")
        .type(ProviderConfigProperty.MULTIVALUED_LIST_TYPE)
        .options(CLAIMABLE.stream().map(Fact::word).toList())
        .add()
        .build();
  }
}
