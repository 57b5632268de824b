package io.github.govbrkeycloak.keycloak.identity;

import io.github.govbrkeycloak.keycloak.token.Claims;
import io.github.govbrkeycloak.keycloak.token.Subject;
import io.github.govbrkeycloak.model.Amr;
import io.github.govbrkeycloak.model.Cnpj;
import io.github.govbrkeycloak.model.Nivel;
import io.github.govbrkeycloak.model.Selo;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads who signed in from a verified ID token (roteiro, "Passo 9"). What is absent or unreadable
 * is left out: only the subject must be there.
 */
public final class IdentityReader {

  private static final String RELIABILITY = "reliability_info";

  private IdentityReader() {}

  /** Whether the ID token itself says the person's level. */
  public static boolean statesReliability(Claims idToken) {
    return idToken.object(RELIABILITY).flatMap(info -> info.text("level")).isPresent();
  }

  /** Level and seals as the ID token states them. */
  public static Reliability reliability(Claims idToken) {
    return idToken
        .object(RELIABILITY)
        .map(
            info ->
                new Reliability(
                    info.text("level").map(Nivel::of),
                    info.objects("reliabilities").stream()
                        .map(IdentityReader::heldSelo)
                        .flatMap(Optional::stream)
                        .toList()))
        .orElse(Reliability.UNKNOWN);
  }

  private static Optional<HeldSelo> heldSelo(Claims selo) {
    return selo.text("id")
        .map(id -> new HeldSelo(Selo.of(id), selo.text("updatedAt").flatMap(GovBrDates::parse)));
  }

  /**
   * Who signed in.
   *
   * @param subject of that token
   * @param idToken a verified ID token
   * @param userInfo gov.br's userinfo of the same person, for what the ID token lacks
   * @param reliability level and seals, from the token or the API
   * @param role what the person is in the company of the certificate
   * @param extras what else was asked for
   */
  public static GovBrIdentity read(
      Subject subject,
      Claims idToken,
      Claims userInfo,
      Reliability reliability,
      Optional<String> role,
      ExtraFacts extras) {
    return new GovBrIdentity(
        subject,
        idToken.text("name").or(() -> userInfo.text("name")),
        idToken.text("social_name").or(() -> userInfo.text("social_name")),
        contact("email", "email_verified", idToken, userInfo),
        contact("phone_number", "phone_number_verified", idToken, userInfo),
        reliability,
        idToken.list("amr").stream().map(Amr::of).toList(),
        company(idToken).map(cnpj -> new CompanyCertificate(cnpj, companyName(idToken), role)),
        extras,
        idToken.instant("auth_time").or(() -> idToken.instant("iat")).orElseGet(Instant::now));
  }

  private static Optional<Contact> contact(
      String name, String verified, Claims idToken, Claims userInfo) {
    return contact(name, verified, idToken).or(() -> contact(name, verified, userInfo));
  }

  private static Optional<Contact> contact(String name, String verified, Claims claims) {
    return claims.text(name).map(value -> new Contact(value, claims.flag(verified)));
  }

  /** The company whose certificate was used. */
  public static Optional<Cnpj> company(Claims idToken) {
    return idToken.text("cnpj").flatMap(Cnpj::parse);
  }

  private static Optional<String> companyName(Claims idToken) {
    return idToken.text("cnpj_certificate_name");
  }
}
