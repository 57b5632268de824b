package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.Persona;
import java.util.function.UnaryOperator;

/**
 * Somebody as the page of a guide's application shows them.
 *
 * @param persona who it is at gov.br
 * @param between what stands between two seals
 * @param noCompany what stands in place of a CNPJ that there is not
 */
record ShownPerson(Persona persona, String between, String noCompany) {

  /**
   * The page says of them what Keycloak states.
   *
   * @param page the text that it has at a selector
   */
  void assertOn(UnaryOperator<String> page) {
    assertThat(page.apply("#nivel")).isEqualTo(persona.nivel());
    assertThat(page.apply("#selos")).isEqualTo(String.join(between, persona.selos()));
    assertThat(page.apply("#nome")).isEqualTo(persona.nome());
    assertThat(page.apply("#cpf")).isEqualTo(persona.cpf());
    assertThat(page.apply("#cnpj")).isEqualTo(persona.cnpj() == null ? noCompany : persona.cnpj());
  }
}
