package io.github.govbrkeycloak.keycloak.claims;

import java.util.Set;

/** The protocol mappers that hand gov.br's facts to applications. */
public final class GovBrMappers {

  /** Their ids. */
  public static final Set<String> IDS =
      Set.of(GovBrClaimsMapper.PROVIDER_ID, GovBrSamlMapper.PROVIDER_ID);

  private GovBrMappers() {}
}
