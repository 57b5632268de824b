package io.github.govbrkeycloak.simulator.sso;

import io.github.govbrkeycloak.simulator.fixtures.Persona;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to sign in other than the password, with the factors it leaves in the token (roteiro, table
 * of {@code amr}).
 *
 * @param id what the form sends; the detail among the factors
 * @param title what the button says
 * @param amr the factors
 */
public record LoginWay(String id, String title, List<String> amr) {

  private static final List<LoginWay> BANKS =
      List.of(
          bank("001", "Banco do Brasil"),
          bank("033", "Santander"),
          bank("041", "Banrisul"),
          bank("070", "BRB"),
          bank("104", "Caixa"),
          bank("121", "Agibank"),
          bank("237", "Bradesco"),
          bank("341", "Itaú"),
          bank("389", "Mercantil"),
          bank("748", "Sicredi"),
          bank("756", "Sicoob"));

  private static final List<LoginWay> APP =
      List.of(way("app", "app_qrcode", "QR code no aplicativo"));

  private static final List<LoginWay> CERTIFICATES =
      List.of(
          way("x509", "x509_token", "Certificado digital no computador ou no token"),
          way("x509", "x509_neoid", "Certificado em nuvem: NeoID"),
          way("x509", "x509_safeid", "Certificado em nuvem: SafeID"),
          way("x509", "x509_birdid", "Certificado em nuvem: BirdID"),
          way("x509", "x509_serasa", "Certificado em nuvem: Serasa"),
          way("x509", "x509_vidaas", "Certificado em nuvem: VIDaaS"),
          way("x509", "x509_remoteid", "Certificado em nuvem: RemoteID"));

  private static LoginWay way(String family, String detail, String title) {
    return new LoginWay(detail, title, List.of(family, detail));
  }

  private static LoginWay bank(String code, String name) {
    return way("bank", "bank" + code, name);
  }

  /** Whether a bank vouches for the person. */
  public boolean isBank() {
    return amr.get(0).equals("bank");
  }

  /** The ways somebody has: certificates only with a certificate. */
  static List<LoginWay> of(Persona persona) {
    Stream<LoginWay> certificates =
        persona.certificado() == null ? Stream.empty() : CERTIFICATES.stream();
    return Stream.of(APP.stream(), certificates, BANKS.stream()).flatMap(way -> way).toList();
  }

  /** The way of that id, if somebody has it. */
  static Optional<LoginWay> of(Persona persona, String id) {
    return of(persona).stream().filter(way -> way.id().equals(id)).findFirst();
  }

  /** The factors a password leaves: the person's own ones if a password is among them. */
  static List<String> byPassword(Persona persona) {
    return persona.amr().contains("passwd") ? persona.amr() : List.of("passwd");
  }
}
