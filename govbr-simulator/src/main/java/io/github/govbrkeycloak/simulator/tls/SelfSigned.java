package io.github.govbrkeycloak.simulator.tls;

import java.net.URI;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.GeneralName.DNSName;
import org.wildfly.security.x500.GeneralName.IPAddress;
import org.wildfly.security.x500.X500;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;

/** Makes a certificate that nobody trusts until told to. */
final class SelfSigned {

  /** Some systems refuse certificates that last longer. */
  private static final Duration LIFETIME = Duration.ofDays(824);

  private static final Pattern IP = Pattern.compile("[0-9.]+|\\[.*]");

  private SelfSigned() {}

  /** A key and a certificate for this machine and for the host of an address. */
  static PrivateKeyEntry forHostOf(String baseUrl) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
    SelfSignedX509CertificateAndSigningKey made =
        SelfSignedX509CertificateAndSigningKey.builder()
            .setDn(new X500Principal("CN=Simulador do gov.br"))
            .setKeyAlgorithmName("EC")
            .setKeySize(256)
            .setSignatureAlgorithmName("SHA256withECDSA")
            // Clocks of virtual machines differ.
            .setNotValidBefore(now.minusDays(1))
            .setNotValidAfter(now.plus(LIFETIME))
            .addExtension(new SubjectAlternativeNamesExtension(false, names(baseUrl)))
            .addExtension(new BasicConstraintsExtension(true, false, -1))
            .addExtension(new KeyUsageExtension(KeyUsage.digitalSignature))
            .addExtension(new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_SERVER_AUTH)))
            .build();
    X509Certificate certificate = made.getSelfSignedCertificate();
    return new KeyStore.PrivateKeyEntry(made.getSigningKey(), new Certificate[] {certificate});
  }

  private static List<GeneralName> names(String baseUrl) {
    Set<GeneralName> names = new LinkedHashSet<>();
    names.add(new DNSName("localhost"));
    names.add(new IPAddress("127.0.0.1"));
    names.add(new IPAddress("::1"));
    String host = URI.create(baseUrl).getHost();
    names.add(
        IP.matcher(host).matches()
            ? new IPAddress(host.replaceAll("[\\[\\]]", ""))
            : new DNSName(host));
    return List.copyOf(names);
  }
}
