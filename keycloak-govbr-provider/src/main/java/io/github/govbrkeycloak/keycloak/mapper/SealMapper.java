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

  /**
   * Configuration key: one seal that we know, as gov.br writes it, {@code 801 (certificado…)}. Only
   * one, because the console cannot save a list of choices in a mapper.
   */
  static final String SELO = "selo";

  /** Configuration key: ids of more seals, of new ones perhaps. */
  static final String MAIS_SELOS = "maisSelos";

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
    return "Dá um papel ou grupo enquanto a pessoa tem os selos; tira na primeira entrada sem eles"
        + " (grants a role or group while the person holds the seals)";
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return Set.of();
  }

  @Override
  boolean holds(Map<String, String> config, SessionFacts facts) {
    Set<String> held =
        facts.selos().stream().map(StatedSelo::id).collect(Collectors.toUnmodifiableSet());
    return ListCondition.of(config, SELO, MAIS_SELOS)
        .holds(wanted -> held.contains(Selo.of(wanted).id()));
  }

  @Override
  List<ProviderConfigProperty> conditionProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(SELO)
        .label("govbr.mapper.selo.label")
        .helpText("govbr.mapper.selo.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(Selo.all().stream().map(SealMapper::option).toList())
        .add()
        .property()
        .name(MAIS_SELOS)
        .label("govbr.mapper.maisSelos.label")
        .helpText("govbr.mapper.maisSelos.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property(ListCondition.property())
        .build();
  }

  static String option(Selo selo) {
    return selo.id() + " (" + selo.slug() + ")";
  }
}
