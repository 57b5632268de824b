package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts.StatedSelo;
import io.github.govbrkeycloak.model.Selo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Grants a role or group to people who hold seals. */
public final class SealMapper extends GrantMapper {

  static final String PROVIDER_ID = "govbr-seal-idp-mapper";

  /** Configuration key: seals that we know, as gov.br writes them, {@code 801 (certificado…)}. */
  static final String SELOS = "selos";

  /** Configuration key: ids of seals that gov.br has added since. */
  static final String OUTROS = "outrosSelos";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayType() {
    return "gov.br: selo → papel ou grupo (seal to role or group)";
  }

  @Override
  public String getHelpText() {
    return "govbr.mapper.seal.help";
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return Set.of();
  }

  @Override
  boolean holds(Map<String, String> config, SessionFacts facts) {
    Set<String> held =
        facts.selos().stream().map(StatedSelo::id).collect(Collectors.toUnmodifiableSet());
    return ListCondition.of(config, SELOS, OUTROS)
        .holds(wanted -> held.contains(Selo.of(wanted).id()));
  }

  @Override
  List<ProviderConfigProperty> conditionProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(SELOS)
        .label("govbr.mapper.selos.label")
        .helpText("govbr.mapper.selos.help")
        .type(ProviderConfigProperty.MULTIVALUED_LIST_TYPE)
        .options(Selo.all().stream().map(SealMapper::option).toList())
        .add()
        .property()
        .name(OUTROS)
        .label("govbr.mapper.outrosSelos.label")
        .helpText("govbr.mapper.outrosSelos.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property(ListCondition.property())
        .build();
  }

  static String option(Selo selo) {
    return selo.id() + " (" + selo.slug() + ")";
  }
}
