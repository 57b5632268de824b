package io.github.govbrkeycloak.simulator.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key and certificate by which clients know the simulator. */
public final class ServerIdentity {

  private static final char[] IN_MEMORY = "em-memoria".toCharArray();

  private final PrivateKeyEntry entry;

  private ServerIdentity(PrivateKeyEntry entry) {
    this.entry = entry;
  }

  /**
   * The identity kept in the user's file, or a new one, which is kept there.
   *
   * @param baseUrl a new certificate is for this address and for this machine
   * @throws TlsException if the file is of no use
   */
  public static ServerIdentity of(Tls tls, String baseUrl) {
    return new ServerIdentity(
        tls.file()
            .map(file -> kept(new IdentityFile(file, tls.password()), baseUrl))
            .orElseGet(() -> SelfSigned.forHostOf(baseUrl)));
  }

  private static PrivateKeyEntry kept(IdentityFile file, String baseUrl) {
    if (file.exists()) {
      return file.read();
    }
    PrivateKeyEntry made = SelfSigned.forHostOf(baseUrl);
    file.write(made);
    return made;
  }

  /** What the web server needs. */
  public SSLContext sslContext() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setEntry("simulador", entry, new PasswordProtection(IN_MEMORY));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, IN_MEMORY);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot serve https with this identity", e);
    }
  }

  /** The certificate and those that vouch for it, as PEM. */
  public String pem() {
    StringBuilder pem = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    try {
      for (Certificate certificate : entry.getCertificateChain()) {
        pem.append("-----BEGIN CERTIFICATE-----\n")
            .append(lines.encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot encode the certificate", e);
    }
    return pem.toString();
  }
}
