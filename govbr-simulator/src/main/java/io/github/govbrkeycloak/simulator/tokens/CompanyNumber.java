package io.github.govbrkeycloak.simulator.tokens;

import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.simulator.fixtures.Persona;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Settings;

/** How tokens write the company of a certificate. */
final class CompanyNumber {

  private CompanyNumber() {}

  static String of(Persona persona, Settings settings) {
    Cnpj cnpj = Cnpj.of(persona.cnpj());
    return settings.chosen(Choice.CNPJ_PLAIN) ? cnpj.value() : cnpj.formatted();
  }
}
