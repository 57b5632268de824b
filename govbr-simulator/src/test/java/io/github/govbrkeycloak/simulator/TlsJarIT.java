package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.simulator.RunningJar.End;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar with https")
class TlsJarIT {

  private static final String PASSWORD = "senha-so-deste-teste";
  private static final Map<String, String> ENVIRONMENT = Map.of("SIMULADOR_TLS_SENHA", PASSWORD);

  @TempDir Path directory;

  @Test
  void is_known_by_the_certificate_it_keeps_from_start_to_start() throws Exception {
    Path file = directory.resolve("simulador.p12");
    try (RunningJar jar = RunningJar.start(ENVIRONMENT, "--tls-certificado=" + file)) {
      String baseUrl = jar.baseUrl();
      assertThat(baseUrl).startsWith("https://localhost:");
      assertThat(get(trusting(file), baseUrl + "/.well-known/openid-configuration"))
          .contains('"' + baseUrl + "/authorize\"");
    }
    HttpClient trusting = trusting(file);
    try (RunningJar jar = RunningJar.start(ENVIRONMENT, "--tls-certificado=" + file)) {
      assertThat(get(trusting, jar.baseUrl() + "/simulador/certificado.pem"))
          .startsWith("-----BEGIN CERTIFICATE-----\n");
      assertThat(jar.stop().err()).isEmpty();
    }
  }

  @Test
  void says_in_one_sentence_that_the_password_is_wrong_and_does_not_repeat_it() throws Exception {
    Path file = directory.resolve("simulador.p12");
    try (RunningJar jar = RunningJar.start(ENVIRONMENT, "--tls-certificado=" + file)) {
      jar.baseUrl();
    }
    try (RunningJar jar =
        RunningJar.start(
            Map.of("SIMULADOR_TLS_SENHA", "outra-senha"), "--tls-certificado=" + file)) {
      assertRefused(jar.end(), file + ": a senha não abre o arquivo");
    }
    try (RunningJar jar = RunningJar.start("--tls", "--tls-senha", PASSWORD)) {
      assertRefused(jar.end(), "a senha não vai na linha de comando");
    }
  }

  private static void assertRefused(End end, String sentence) {
    assertThat(end.status()).isPositive();
    assertThat(end.err())
        .contains(sentence)
        .doesNotContain(PASSWORD, "outra-senha")
        .hasLineCount(1);
  }

  private static HttpClient trusting(Path file) throws Exception {
    KeyStore kept = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      kept.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", kept.getCertificate(kept.aliases().nextElement()));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static String get(HttpClient client, String url) throws Exception {
    return client
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
