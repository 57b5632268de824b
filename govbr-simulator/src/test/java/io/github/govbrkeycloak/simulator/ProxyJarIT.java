package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar and the headers of a reverse proxy")
class ProxyJarIT {

  private static final String FORM =
      "grant_type=client_credentials&scope=sistema_govbr_preregistro_balcao_MEU";

  @TempDir Path directory;
  private Path clients;

  @BeforeEach
  void allowOneAddress() throws IOException {
    clients =
        Files.writeString(
            directory.resolve("servicos.json"),
            """
            [{"client_id": "meu.orgao.example", "segredo": "s", "escopos": ["sistema_govbr_preregistro_balcao_MEU"],
              "ips": ["198.51.100.7"]}]
            """);
  }

  @Test
  void which_it_believes_when_told_to() throws Exception {
    try (RunningJar jar = RunningJar.start("--clientes=" + clients, "--proxy")) {
      String baseUrl = jar.baseUrl();
      assertThat(token(baseUrl, "203.0.113.9, 198.51.100.7")).startsWith("HTTP/1.1 200");
      assertThatThrownBy(() -> token(baseUrl, "198.51.100.7, 203.0.113.9"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void which_help_nobody_otherwise() throws Exception {
    try (RunningJar jar = RunningJar.start("--clientes=" + clients)) {
      String baseUrl = jar.baseUrl();
      assertThatThrownBy(() -> token(baseUrl, "198.51.100.7")).isInstanceOf(IOException.class);
    }
  }

  private static String token(String baseUrl, String forwardedFor) throws IOException {
    return RawHttp.send(
        baseUrl,
        "POST /token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Authorization: "
            + RelyingParty.basic("meu.orgao.example", "s")
            + "\r\nX-Forwarded-For: "
            + forwardedFor
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + FORM.length()
            + "\r\n\r\n"
            + FORM);
  }
}
