package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.facts.Fact;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Nivel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Grants a role or group to people whose account has a level. */
public final class LevelMapper extends GrantMapper {

  static final String PROVIDER_ID = "govbr-level-idp-mapper";

  /** Configuration key: {@code bronze}, {@code prata} or {@code ouro}. */
  static final String NIVEL = "nivel";

  /** Configuration key: {@link #AT_LEAST} or {@link #EXACTLY}. */
  static final String COMPARACAO = "comparacao";

  static final String AT_LEAST = "no mínimo";
  static final String EXACTLY = "exatamente";

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayType() {
    return "gov.br: nível → papel ou grupo (level to role or group)";
  }

  @Override
  public String getHelpText() {
    return "Dá um papel ou grupo enquanto a conta gov.br tem o nível; tira na primeira entrada sem ele"
        + " (grants a role or group while the gov.br account has the level)";
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return Set.of();
  }

  @Override
  boolean holds(Map<String, String> config, SessionFacts facts) {
    return holds(Nivel.of(config.get(NIVEL)), config.get(COMPARACAO), Nivel.of(facts.nivel()));
  }

  /** A level that we do not know meets nothing, and a misspelt requirement is met by nobody. */
  static boolean holds(Nivel required, String comparison, Nivel held) {
    return held.isAtLeast(required) && (!EXACTLY.equals(comparison) || held.equals(required));
  }

  @Override
  List<ProviderConfigProperty> conditionProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(COMPARACAO)
        .label("govbr.mapper.comparacao.label")
        .helpText("govbr.mapper.comparacao.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(AT_LEAST, EXACTLY)
        .defaultValue(AT_LEAST)
        .add()
        .property()
        .name(NIVEL)
        .label("govbr.mapper.nivel.label")
        .helpText("govbr.mapper.nivel.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(Nivel.all().stream().map(Nivel::name).toList())
        .defaultValue(Nivel.PRATA.name())
        .add()
        .build();
  }
}
