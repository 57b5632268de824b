package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Amr;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who signed in, as gov.br states it in one login.
 *
 * @param subject the person
 * @param name name in the civil register
 * @param socialName the name by which the person is called, where registered
 * @param email e-mail address
 * @param phone phone number
 * @param reliability level and seals of the account
 * @param amr how the person proved to be who they are
 * @param company the company of the certificate used
 * @param extras what was asked for beyond the ID token
 * @param authenticatedAt when the person signed in at gov.br
 */
public record GovBrIdentity(
    Subject subject,
    Optional<String> name,
    Optional<String> socialName,
    Optional<Contact> email,
    Optional<Contact> phone,
    Reliability reliability,
    List<Amr> amr,
    Optional<CompanyCertificate> company,
    ExtraFacts extras,
    Instant authenticatedAt) {

  public GovBrIdentity {
    amr = List.copyOf(amr);
  }

  /** The name to greet the person with. */
  public Optional<String> displayName() {
    return socialName.or(() -> name);
  }

  /** Personal data is never printed. */
  @Override
  public String toString() {
    return "GovBrIdentity";
  }
}
