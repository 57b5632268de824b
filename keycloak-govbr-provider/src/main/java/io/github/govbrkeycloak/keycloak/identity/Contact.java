package io.github.govbrkeycloak.keycloak.identity;

import java.util.Optional;

/**
 * An e-mail address or phone number as gov.br states it. gov.br leaves out those not verified
 * (roteiro, "Passo 9").
 *
 * @param value the address or number
 * @param verified what gov.br says about it; empty when it says nothing
 */
public record Contact(String value, Optional<Boolean> verified) {

  @Override
  public String toString() {
    return "Contact";
  }
}
