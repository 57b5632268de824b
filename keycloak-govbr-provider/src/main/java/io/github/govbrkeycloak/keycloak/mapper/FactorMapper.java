package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Amr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Grants a role or group to people who signed in with a factor, until they sign in without it. */
public final class FactorMapper extends GrantMapper {

  static final String PROVIDER_ID = "govbr-factor-idp-mapper";

  /** Configuration key: one value of {@code amr} that we know. */
  static final String FATOR = "fator";

  /** Configuration key: more values, new ones perhaps. */
  static final String MAIS_FATORES = "maisFatores";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayType() {
    return "gov.br: fator → papel ou grupo (factor to role or group)";
  }

  @Override
  public String getHelpText() {
    return "Dá um papel ou grupo a quem entrou com o fator; tira na primeira entrada sem ele"
        + " (grants a role or group to people who signed in with the factor)";
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return Set.of();
  }

  @Override
  boolean holds(Map<String, String> config, SessionFacts facts) {
    List<Amr> used = facts.amr().stream().map(Amr::of).toList();
    return ListCondition.of(config, FATOR, MAIS_FATORES)
        .holds(wanted -> used.stream().anyMatch(factor -> factor.isOneOf(Amr.of(wanted))));
  }

  @Override
  List<ProviderConfigProperty> conditionProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(FATOR)
        .label("govbr.mapper.fator.label")
        .helpText("govbr.mapper.fator.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(Amr.all().stream().map(Amr::value).toList())
        .add()
        .property()
        .name(MAIS_FATORES)
        .label("govbr.mapper.maisFatores.label")
        .helpText("govbr.mapper.maisFatores.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property(ListCondition.property())
        .build();
  }
}
