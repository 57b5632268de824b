package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.simulator.behaviour.Activation;
import io.github.govbrkeycloak.simulator.behaviour.Behaviour;
import io.github.govbrkeycloak.simulator.fixtures.Client;
import io.github.govbrkeycloak.simulator.tls.Tls;
import io.github.govbrkeycloak.simulator.tls.TlsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.x500.cert.SelfSignedX509CertificateAndSigningKey;

@DisplayName("With https")
class TlsTest {

  private static final String PASSWORD = "uma-senha-de-teste";

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("simulador.p12");
  }

  @Test
  void a_client_that_trusts_the_exported_certificate_gets_an_answer() throws Exception {
    try (GovBrSimulator govbr = start(Tls.inMemory())) {
      assertThat(govbr.baseUrl()).startsWith("https://localhost:");
      HttpClient trusting = trusting(pemOf(govbr));
      HttpResponse<String> discovery = get(trusting, govbr, "/.well-known/openid-configuration");
      assertThat(discovery.body()).contains('"' + govbr.baseUrl() + "/token\"");
      govbr.clients().register(service());
      HttpResponse<String> authorize =
          get(
              trusting,
              govbr,
              "/authorize?" + RelyingParty.encode(RelyingParty.authorizeParameters()));
      assertThat(authorize.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
      String byNumber = govbr.baseUrl().replace("localhost", "127.0.0.1");
      assertThat(get(trusting, byNumber + "/simulador/saude").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_client_that_was_told_nothing_refuses() throws Exception {
    try (GovBrSimulator govbr = start(Tls.inMemory())) {
      assertThatThrownBy(() -> get(HttpClient.newHttpClient(), govbr, "/simulador/saude"))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void the_certificate_is_for_the_host_of_the_address_too() throws Exception {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    try (GovBrSimulator govbr =
        GovBrSimulator.start(
            options.with(
                options.network().with(Tls.inMemory()).at("https://gov.orgao.example/x")))) {
      X509Certificate certificate = certificates(pemOf(govbr)).get(0);
      assertThat(certificate.getSubjectAlternativeNames())
          .extracting(name -> String.valueOf(name.get(1)))
          .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "gov.orgao.example");
      assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }
  }

  @Test
  void the_certificate_stays_the_same_when_it_is_kept() throws Exception {
    String first = pemWith(new Tls(Optional.of(file), PASSWORD));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(pemWith(new Tls(Optional.of(file), PASSWORD))).isEqualTo(first);
    assertThat(pemWith(Tls.inMemory())).isNotEqualTo(first);
    assertThat(directory.toFile().list()).containsExactly("simulador.p12");
  }

  @Test
  void the_certificate_may_be_the_users_own() throws Exception {
    PrivateKeyEntry own = own(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1));
    keep(own);
    assertThat(certificates(pemWith(new Tls(Optional.of(file), PASSWORD))).get(0))
        .isEqualTo(own.getCertificate());
  }

  @Test
  void a_file_of_no_use_is_refused_with_a_sentence() throws Exception {
    keep(own(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1)));
    assertRefused(new Tls(Optional.of(file), "outra-senha"), "a senha não abre o arquivo");
    keep(own(ZonedDateTime.now(ZoneOffset.UTC).minusDays(1)));
    assertRefused(new Tls(Optional.of(file), PASSWORD), "o certificado venceu");
    Files.writeString(file, "isto não é um certificado");
    assertRefused(new Tls(Optional.of(file), PASSWORD), "não é um arquivo PKCS#12");
    Files.write(file, new byte[0]);
    assertRefused(new Tls(Optional.of(file), PASSWORD), "não é um arquivo PKCS#12");
    store(KeyStore.getInstance("PKCS12"));
    assertRefused(new Tls(Optional.of(file), PASSWORD), "não tem uma chave com certificado");
    assertRefused(new Tls(Optional.of(directory), PASSWORD), "não é um arquivo.");
    assertRefused(new Tls(Optional.of(Path.of("/dev/zero")), PASSWORD), "não é um arquivo.");
    Path nowhere = directory.resolve("nenhuma").resolve("simulador.p12");
    assertRefused(new Tls(Optional.of(nowhere), PASSWORD), "não dá para gravar");
  }

  @Test
  void the_connection_is_still_reset_on_demand() throws Exception {
    try (GovBrSimulator govbr = start(Tls.inMemory())) {
      HttpClient trusting = trusting(pemOf(govbr));
      govbr.behaviours().activate(Behaviour.CONEXAO_REINICIADA, Activation.always().at("jwk"));
      assertThatThrownBy(() -> get(trusting, govbr, "/jwk")).isInstanceOf(IOException.class);
      assertThat(get(trusting, govbr, "/simulador/saude").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void there_is_no_certificate_to_export_without_https() throws Exception {
    try (GovBrSimulator govbr = GovBrSimulator.start(SimulatorOptions.onFreePort())) {
      assertThat(get(HttpClient.newHttpClient(), govbr, "/simulador/certificado.pem").statusCode())
          .isEqualTo(404);
    }
  }

  private static void assertRefused(Tls tls, String sentence) {
    assertThatThrownBy(() -> start(tls).close())
        .isInstanceOf(TlsException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("senha-de-teste")
        .hasMessageNotContaining("outra-senha");
  }

  private static Client service() {
    return Client.of(RelyingParty.CLIENT_ID, RelyingParty.SECRET)
        .returningTo(RelyingParty.REDIRECT_URI)
        .provisionedWith(RelyingParty.authorizeParameters().get("scope").split(" "));
  }

  private static GovBrSimulator start(Tls tls) {
    SimulatorOptions options = SimulatorOptions.onFreePort();
    return GovBrSimulator.start(options.with(options.network().with(tls)));
  }

  private static String pemWith(Tls tls) throws Exception {
    try (GovBrSimulator govbr = start(tls)) {
      return pemOf(govbr);
    }
  }

  /** Like {@code curl -k}: nobody can trust a certificate before having it. */
  private static String pemOf(GovBrSimulator govbr) throws Exception {
    URI address = URI.create("https://localhost:" + govbr.port() + "/simulador/certificado.pem");
    SSLContext careless = SSLContext.getInstance("TLS");
    careless.init(null, new TrustManager[] {new TrustsEverybody()}, null);
    HttpClient client = HttpClient.newBuilder().sslContext(careless).build();
    HttpResponse<String> pem =
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(pem.headers().firstValue("Content-Type")).contains("application/x-pem-file");
    return pem.body();
  }

  private static List<X509Certificate> certificates(String pem) throws Exception {
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static HttpClient trusting(String pem) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("simulador", certificates(pem).get(0));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static HttpResponse<String> get(HttpClient client, GovBrSimulator govbr, String path)
      throws IOException, InterruptedException {
    return get(client, govbr.baseUrl() + path);
  }

  private static HttpResponse<String> get(HttpClient client, String url)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static PrivateKeyEntry own(ZonedDateTime until) {
    SelfSignedX509CertificateAndSigningKey made =
        SelfSignedX509CertificateAndSigningKey.builder()
            .setDn(new X500Principal("CN=localhost"))
            .setKeyAlgorithmName("EC")
            .setKeySize(256)
            .setSignatureAlgorithmName("SHA256withECDSA")
            .setNotValidBefore(until.minusDays(9))
            .setNotValidAfter(until)
            .build();
    return new PrivateKeyEntry(
        made.getSigningKey(), new Certificate[] {made.getSelfSignedCertificate()});
  }

  private void keep(PrivateKeyEntry entry) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setEntry("meu", entry, new PasswordProtection(PASSWORD.toCharArray()));
    write(store);
  }

  private void store(KeyStore empty) throws Exception {
    empty.load(null, null);
    write(empty);
  }

  private void write(KeyStore store) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }
}
