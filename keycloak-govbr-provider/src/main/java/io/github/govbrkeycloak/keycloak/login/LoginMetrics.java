package io.github.govbrkeycloak.keycloak.login;

import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.model.Nivel;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.RealmModel;

/** Counts logins by how they ended. Keycloak publishes it when its metrics are on. */
public final class LoginMetrics {

  /** In place of an alias, when a refused session did not come from gov.br. */
  public static final String NO_PROVIDER = "nenhum";

  private static final String NAME = "govbr.login";
  private static final String NO_LEVEL = "desconhecido";

  private LoginMetrics() {}

  /** gov.br said who signs in, and with which level. */
  static void accepted(RealmModel realm, BrokeredIdentityContext identity) {
    String nivel =
        Optional.ofNullable((String) identity.getContextData().get(SessionFacts.NOTE))
            .flatMap(SessionFacts::fromNote)
            .map(SessionFacts::nivel)
            .map(Nivel::of)
            .filter(Nivel::isKnown)
            .map(Nivel::name)
            .orElse(NO_LEVEL);
    count(realm, identity.getIdpConfig().getAlias(), "aceito", nivel);
  }

  /** A login was refused. */
  public static void refused(RealmModel realm, String alias, Reason reason) {
    count(realm, alias, reason.code(), NO_LEVEL);
  }

  private static void count(RealmModel realm, String alias, String result, String nivel) {
    Metrics.counter(
            NAME, "realm", realm.getName(), "alias", alias, "resultado", result, "nivel", nivel)
        .increment();
  }
}
