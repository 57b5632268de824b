package io.github.govbrkeycloak.portal.domain.citizen;

import io.github.govbrkeycloak.model.Cnpj;
import java.util.Objects;
import java.util.Optional;

/**
 * The company whose certificate was used to sign in.
 *
 * @param cnpj its number
 * @param name its registered name (razão social), where the token states it
 */
public record Company(Cnpj cnpj, Optional<String> name) {

  public Company {
    Objects.requireNonNull(cnpj, "cnpj");
    Objects.requireNonNull(name, "name");
  }
}
