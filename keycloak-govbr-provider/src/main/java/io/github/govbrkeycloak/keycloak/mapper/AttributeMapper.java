package io.github.govbrkeycloak.keycloak.mapper;

import io.github.govbrkeycloak.keycloak.claims.FactsDocument;
import io.github.govbrkeycloak.keycloak.facts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Copies one fact into an attribute of the account, and takes it away when the fact is gone. */
public final class AttributeMapper extends GovBrMapper {

  static final String PROVIDER_ID = "govbr-attribute-idp-mapper";

  /** Configuration key: a fact of the list. */
  static final String FATO = "fato";

  /** Configuration key: a path that is not in the list; it wins. */
  static final String CAMINHO = "caminho";

  /** Configuration key: the attribute of the account. */
  static final String ATRIBUTO = "atributo";

  private static final List<String> COMMON_FACTS =
      List.of(
          "cpf",
          "name",
          "nome_social",
          "email",
          "phone_number",
          "nivel",
          "selos.id",
          "selos.nome",
          "amr",
          "categorias",
          "cnpj",
          "empresa.razao_social",
          "representado.cpf",
          "certificado.tipo",
          "autenticado_em");

  @Override
  public String getId() {
    return PROVIDER_ID;
  }

  @Override
  public String getDisplayCategory() {
    return "Attribute Importer";
  }

  @Override
  public String getDisplayType() {
    return "gov.br: dado → atributo (fact to attribute)";
  }

  @Override
  public String getHelpText() {
    return "Copia um dado da entrada para um atributo da conta, e o tira quando o gov.br deixa de informá-lo"
        + " (copies one fact of the login into an attribute of the account, and removes it with the fact)";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return ProviderConfigurationBuilder.create()
        .property()
        .name(FATO)
        .label("govbr.mapper.fato.label")
        .helpText("govbr.mapper.fato.help")
        .type(ProviderConfigProperty.LIST_TYPE)
        .options(COMMON_FACTS)
        .defaultValue("cpf")
        .add()
        .property()
        .name(CAMINHO)
        .label("govbr.mapper.caminho.label")
        .helpText("govbr.mapper.caminho.help")
        .type(ProviderConfigProperty.STRING_TYPE)
        .add()
        .property()
        .name(ATRIBUTO)
        .label("govbr.mapper.atributo.label")
        .helpText("govbr.mapper.atributo.help")
        .type(ProviderConfigProperty.USER_PROFILE_ATTRIBUTE_LIST_TYPE)
        .required(true)
        .add()
        .build();
  }

  @Override
  public Set<Fact> neededFacts(Map<String, String> config) {
    return path(config).flatMap(FactPath::neededFact).map(Set::of).orElse(Set.of());
  }

  private static Optional<FactPath> path(Map<String, String> config) {
    String own = config.getOrDefault(CAMINHO, "");
    return FactPath.parse(own.isBlank() ? config.get(FATO) : own);
  }

  /**
   * Offers the values to the first login, whose pages ask for what the user profile requires. Not
   * names and e-mail: Keycloak writes those into known accounts too, without asking whether they
   * may be written.
   */
  @Override
  public void preprocessFederatedIdentity(
      KeycloakSession session,
      RealmModel realm,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    Optional<FactPath> path = path(mapper.getConfig());
    AttributeTarget.of(mapper.getConfig().get(ATRIBUTO))
        .filter(target -> target.isAttribute() && path.isPresent())
        .ifPresent(target -> context.setUserAttribute(target.name(), values(path.get(), context)));
  }

  @Override
  void apply(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      IdentityProviderMapperModel mapper,
      BrokeredIdentityContext context) {
    Optional<FactPath> path = path(mapper.getConfig());
    Optional<AttributeTarget> target = AttributeTarget.of(mapper.getConfig().get(ATRIBUTO));
    if (path.isEmpty()) {
      MapperFault.CONFIGURATION.log(mapper, FATO);
    } else if (target.isEmpty()) {
      MapperFault.CONFIGURATION.log(mapper, ATRIBUTO);
    } else {
      List<String> values = target.get().fitting(values(path.get(), context));
      if (!values.equals(target.get().current(user))) {
        new AttributeChange(session, realm, mapper, context).write(target.get(), values, user);
      }
    }
  }

  /** Mutable lists, because Keycloak stores a login under way and reads only such lists back. */
  private static List<String> values(FactPath path, BrokeredIdentityContext context) {
    return new ArrayList<>(path.in(LoginFacts.of(context).map(FactsDocument::of).orElse(Map.of())));
  }
}
