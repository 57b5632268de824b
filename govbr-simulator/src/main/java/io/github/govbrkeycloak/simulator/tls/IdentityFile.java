package io.github.govbrkeycloak.simulator.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** A PKCS#12 file with one key and its certificate. */
final class IdentityFile {

  /** No honest file comes near this many bytes. */
  private static final int LIMIT = 1024 * 1024;

  private static final String ALIAS = "simulador";

  private final Path file;
  private final char[] password;

  IdentityFile(Path file, String password) {
    this.file = file;
    this.password = password.toCharArray();
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * What the file holds.
   *
   * @throws TlsException if it holds nothing of use
   */
  PrivateKeyEntry read() {
    if (!Files.isRegularFile(file)) {
      throw complaint("não é um arquivo");
    }
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(in.readNBytes(LIMIT)), password);
      return entry(store);
    } catch (IOException e) {
      throw complaint(
          e.getCause() instanceof GeneralSecurityException
              ? "a senha não abre o arquivo; informe-a em SIMULADOR_TLS_SENHA"
              : "não é um arquivo PKCS#12 que se possa ler");
    } catch (GeneralSecurityException e) {
      throw complaint("a chave não pode ser lida com a senha do arquivo");
    }
  }

  private PrivateKeyEntry entry(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)
          && store.getEntry(alias, new PasswordProtection(password))
              instanceof PrivateKeyEntry entry) {
        checkDates((X509Certificate) entry.getCertificate());
        return entry;
      }
    }
    throw complaint("não tem uma chave com certificado");
  }

  private void checkDates(X509Certificate certificate) {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException e) {
      throw complaint("o certificado venceu; apague o arquivo para gerar outro, ou troque-o");
    } catch (CertificateNotYetValidException e) {
      throw complaint("o certificado ainda não vale; confira a hora da máquina");
    }
  }

  /**
   * Keeps an identity; only the owner of the file may read it.
   *
   * @throws TlsException if it cannot be written
   */
  void write(PrivateKeyEntry identity) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setEntry(ALIAS, identity, new PasswordProtection(password));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      keep(bytes.toByteArray());
    } catch (IOException e) {
      throw complaint("não dá para gravar o certificado gerado; a pasta existe e aceita gravação?");
    } catch (GeneralSecurityException e) {
      throw complaint("não dá para guardar o certificado gerado com essa senha");
    }
  }

  /** Complete or not at all. */
  private void keep(byte[] bytes) throws IOException {
    Path complete = Files.createTempFile(file.toAbsolutePath().getParent(), ".tls", ".p12");
    try {
      Files.write(complete, bytes);
      Files.move(complete, file);
    } finally {
      Files.deleteIfExists(complete);
    }
  }

  private TlsException complaint(String reason) {
    return new TlsException(file + ": " + reason + ".");
  }
}
