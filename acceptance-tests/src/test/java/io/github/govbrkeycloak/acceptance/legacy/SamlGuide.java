package io.github.govbrkeycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.govbrkeycloak.acceptance.system.OwnRealm;
import io.github.govbrkeycloak.acceptance.system.RunningSystem;
import io.github.govbrkeycloak.apache.AuthModule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The guide for Apache with mod_auth_mellon, followed. */
final class SamlGuide {

  private SamlGuide() {}

  /**
   * Follows it.
   *
   * @param home an empty folder for Apache's files
   */
  static ApacheService follow(Path home) throws IOException {
    return ApacheService.start(
        home, "apache-saml", AuthModule.MELLON, (realm, address) -> register(home, realm, address));
  }

  private static Map<String, String> register(Path home, OwnRealm realm, String address)
      throws IOException {
    Path saml = Files.createDirectory(home.resolve("saml"));
    run(
        saml,
        "openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj /CN=servico"
            + " -keyout servico.key -out servico.crt");
    Files.writeString(
        saml.resolve("keycloak.xml"), read(realm.url() + "/protocol/saml/descriptor"));
    Guide.of(RunningSystem.get(), "apache-saml")
        .importClient(realm.admin(), "http://localhost:8086", address);
    return Map.of("SAML", saml.toString());
  }

  private static void run(Path folder, String command) throws IOException {
    Process process =
        new ProcessBuilder(List.of(command.split(" ", -1)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    assertThat(process.exitValue()).as(command).isZero();
  }

  private static String read(String url) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
