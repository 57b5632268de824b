package io.github.govbrkeycloak.keycloak.steps.senha;

import io.github.govbrkeycloak.keycloak.config.GovBrConfig;
import io.github.govbrkeycloak.keycloak.login.Reason;
import io.github.govbrkeycloak.keycloak.session.SessionFacts;
import io.github.govbrkeycloak.keycloak.steps.GovBrStep;
import io.github.govbrkeycloak.keycloak.steps.StepFacts;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * Asks a person for the password of gov.br again (roteiro of 2021, "Revalidação de Senha"). An
 * application starts it by {@code kc_action=govbr-senha}, or {@code govbr-senha:300} to ask only
 * whoever did not confirm it in the last 300 seconds.
 *
 * <p>What counts is the claim {@code govbr.senha_revalidada_em}: the parameter is in the address
 * bar, where the person can change it.
 */
public final class PasswordStep extends GovBrStep {

  /** Its name, in {@code kc_action} and in the realm. */
  public static final String ID = "govbr-senha";

  private static final String SECONDS = "[0-9]{1,6}";

  public PasswordStep() {
    super(ID, "senha");
  }

  @Override
  public String getDisplayText() {
    // The console shows this one as it is: no message keys here.
    return "gov.br: confirmar a senha";
  }

  @Override
  protected boolean isDoneHere(RequiredActionContext context, StepFacts step) {
    Optional<Duration> age =
        parameter(context.getAuthenticationSession())
            .filter(seconds -> seconds.matches(SECONDS))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    return step.read()
        .map(SessionFacts::passwordConfirmedAt)
        .map(Instant::parse)
        .filter(confirmed -> age.filter(young -> isYounger(confirmed, young)).isPresent())
        .isPresent();
  }

  private static boolean isYounger(Instant confirmed, Duration age) {
    return confirmed.plus(age).isAfter(now());
  }

  @Override
  public boolean isPrepared(KeycloakSession session, GovBrConfig config) {
    return config.senha().clientId().isPresent() && config.senha().secret(session).isPresent();
  }

  @Override
  protected Response leave(RequiredActionContext context, GovBrConfig config) {
    return PasswordRequest.begin(context.getAuthenticationSession(), config.getAlias(), now())
        .redirect(context.getSession(), config.senha());
  }

  /** The answer says whether it was confirmed. */
  @Override
  protected Optional<Reason> lacking(StepFacts step) {
    return Optional.empty();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Time.currentTimeMillis());
  }
}
