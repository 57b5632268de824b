package io.github.govbrkeycloak.keycloak.requirements;

import io.github.govbrkeycloak.keycloak.config.FactGroup;
import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.privacy.KeptFacts;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands between gov.br's answer and the account.
 *
 * @param config the identity provider
 */
public record BrokeredGate(KeycloakSession session, GovBrConfig config) {

  private static final Logger LOG = Logger.getLogger(BrokeredGate.class);

  /**
   * The verdict on a login. It is judged by what the session will keep of it: the other gates know
   * no more, and would turn away tomorrow whom this one let in today.
   */
  public Verdict verdict(AuthenticationSessionModel login, BrokeredIdentityContext identity) {
    Requirements demanded = new Demands(session).of(login).beforeCompanyChoice();
    warnOfFactsNotKept(demanded);
    Optional<SessionFacts> facts =
        SessionFacts.fromNote((String) identity.getContextData().get(SessionFacts.NOTE))
            .map(new KeptFacts(config.privacy().keptFacts())::of);
    return demanded.check(facts, Optional.empty());
  }

  private void warnOfFactsNotKept(Requirements demanded) {
    warn(demanded.level().isPresent() || demanded.wishedLevel().isPresent(), FactGroup.NIVEL);
    warn(!demanded.seals().isEmpty(), FactGroup.SELOS);
    warn(!demanded.factors().isEmpty(), FactGroup.FATORES);
  }

  private void warn(boolean isAsked, FactGroup group) {
    if (isAsked && !config.privacy().keptFacts().contains(group)) {
      LOG.warnf(
          "GOVBR-589 an application asks for what sessions do not keep: %s, alias=%s",
          group.word(), config.getAlias());
    }
  }
}
