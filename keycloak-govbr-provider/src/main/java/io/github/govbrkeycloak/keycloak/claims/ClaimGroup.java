package io.github.govbrkeycloak.keycloak.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The claims of the contract by what they tell, so that an application gets only what it needs. */
enum ClaimGroup {
  NIVEL("acr", "govbr_nivel", "govbr.nivel"),
  SELOS("govbr_selos", "govbr.selos"),
  FATORES("amr"),
  CPF("cpf"),
  NOME("name", "nome_social"),
  CONTATO("email", "email_verified", "phone_number", "phone_number_verified"),
  EMPRESA("cnpj", "govbr.empresa", "govbr_atuacao"),
  CATEGORIAS("govbr.categorias", "govbr_categorias"),
  CERTIFICADO("govbr.certificado", "govbr_certificado_tipo", "govbr_certificado_provedor"),
  REPRESENTADO("govbr.representado", "govbr_representado"),
  ENTRADA("govbr.autenticado_em", "govbr.senha_revalidada_em");

  /** The claim whose members belong to different groups. */
  static final String STRUCTURED = "govbr";

  private final List<String> claims;

  ClaimGroup(String... claims) {
    this.claims = List.of(claims);
  }

  /** The word in the configuration: {@code nivel}, {@code cpf}… */
  String configValue() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Claims by name; members of the structured claim as {@code govbr.nivel}. */
  List<String> claims() {
    return claims;
  }

  static Optional<ClaimGroup> of(String configValue) {
    return Arrays.stream(values()).filter(g -> g.configValue().equals(configValue)).findFirst();
  }

  static List<String> configValues() {
    return Arrays.stream(values()).map(ClaimGroup::configValue).toList();
  }
}
