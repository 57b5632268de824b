package io.github.govbrkeycloak.keycloak.privacy;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.session.StatedExtras;
import java.util.List;
import java.util.Set;

/**
 * What a session keeps of a login's facts. What it does not keep reaches no token.
 *
 * @param groups the groups that are kept
 */
public record KeptFacts(Set<FactGroup> groups) {

  /** The facts without what is not kept. */
  public SessionFacts of(SessionFacts all) {
    return new SessionFacts(
        all.version(),
        all.alias(),
        only(FactGroup.CPF, all.cpf()),
        only(FactGroup.NOME, all.name()),
        only(FactGroup.NOME, all.socialName()),
        only(FactGroup.CONTATO, all.email()),
        only(FactGroup.CONTATO, all.phone()),
        only(FactGroup.NIVEL, all.nivel()),
        groups.contains(FactGroup.SELOS) ? all.selos() : List.of(),
        groups.contains(FactGroup.FATORES) ? all.amr() : List.of(),
        only(FactGroup.EMPRESA, all.company()),
        all.extras() == null ? null : of(all.extras()),
        all.authenticatedAt(),
        all.passwordConfirmedAt());
  }

  private StatedExtras of(StatedExtras all) {
    return new StatedExtras(
        only(FactGroup.CATEGORIAS, all.categories()),
        only(FactGroup.CERTIFICADO, all.certificate()),
        only(FactGroup.REPRESENTADO, all.represented()));
  }

  private <T> T only(FactGroup group, T fact) {
    return groups.contains(group) ? fact : null;
  }
}
