package io.github.govbrkeycloak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.govbrkeycloak.simulator.RunningJar.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The runnable jar")
class RunnableJarIT {

  private static final String PERSONA =
      """
      [{"id": "eu", "descricao": "Eu", "cpf": "12345678909", "senha": "s", "nome": "Eu Mesma",
        "nivel": "prata", "selos": ["801"], "categorias": ["302"], "amr": ["passwd"],
        "datas_dos_selos": {"801": "2024-02-29T23:59:59.999-0300"}}]
      """;

  @TempDir Path directory;

  @Test
  void says_one_line_when_ready_serves_and_ends_when_told_to() throws Exception {
    try (RunningJar jar = RunningJar.start()) {
      String baseUrl = jar.baseUrl();
      assertThat(baseUrl).matches("http://localhost:\\d+");
      assertThat(read(baseUrl + "/simulador/saude")).contains("UP");
      assertThat(read(baseUrl + "/.well-known/openid-configuration")).contains(baseUrl + "/token");
      assertThat(read(baseUrl + "/govbr-ds/govbr.css")).contains("--");
      assertThat(read(baseUrl + "/login")).contains("SIMULADOR: dados fictícios");
      assertThat(read(baseUrl + "/simulador/esquemas/personas")).contains("draft/2020-12");

      End end = jar.stop();
      assertThat(end.out()).isEmpty();
      assertThat(end.err()).isEmpty();
    }
  }

  @Test
  void shows_help_version_and_schemas_without_starting() throws Exception {
    assertThat(run("--help"))
        .satisfies(RunnableJarIT::isFine)
        .extracting(End::out)
        .asString()
        .startsWith("Uso: java -jar govbr-simulator.jar")
        .contains("--endereco=ENDEREÇO");
    assertThat(run("--versao"))
        .satisfies(RunnableJarIT::isFine)
        .extracting(End::out)
        .asString()
        .matches("govbr-simulator \\d+\\.\\d+\\.\\d+\\R");
    assertThat(run("--esquema", "procuracoes"))
        .satisfies(RunnableJarIT::isFine)
        .extracting(End::out)
        .asString()
        .startsWith("{")
        .contains("Procurações do simulador");
  }

  @Test
  void starts_as_flags_variables_and_file_say() throws Exception {
    Files.writeString(directory.resolve("personas.json"), PERSONA);
    Path config =
        Files.writeString(
            directory.resolve("simulador.conf"),
            "# do projeto\nurl = http://gov.exemplo.org\ndados = " + directory + "\nsemente=um\n");
    Map<String, String> environment =
        Map.of("SIMULADOR_CONFIG", config.toString(), "SIMULADOR_AJUSTES", "datas=mascara");
    int port = freePort();
    try (RunningJar jar =
        RunningJar.start(
            environment,
            "--url=http://localhost:" + port,
            "--porta=" + port,
            "--relogio=2031-05-06T07:08:09Z")) {
      String baseUrl = jar.baseUrl();
      assertThat(read(baseUrl + "/simulador/personas")).contains("Eu Mesma").doesNotContain("Ana");
      assertThat(read(baseUrl + "/simulador/relogio")).contains("2031-05-06T07:08:09Z", "true");
      assertThat(read(baseUrl + "/simulador/ajustes/datas")).contains("mascara");
      assertThat(delete(baseUrl + "/simulador/estado")).isLessThan(300);
      assertThat(read(baseUrl + "/simulador/relogio")).contains("2031-05-06T07:08:09Z", "true");
    }
  }

  @Test
  void invents_the_same_people_for_the_same_seed_and_others_for_another() throws Exception {
    String mango = invented("manga");
    assertThat(mango).isEqualTo(invented("manga")).contains("52998224725", "datas_dos_selos");
    String others = invented("caju");
    assertThat(others).contains("52998224725");
    for (String field : List.of("nome", "datas_dos_selos")) {
      assertThat(new ObjectMapper().readTree(mango).findValue(field))
          .isNotNull()
          .isNotEqualTo(new ObjectMapper().readTree(others).findValue(field));
    }
  }

  /** What an invented person is like, as exported once a seal was added. */
  private static String invented(String seed) throws Exception {
    try (RunningJar jar = RunningJar.start("--semente=" + seed, "--relogio=2031-05-06T07:08:09Z")) {
      Browser browser = new Browser(jar.baseUrl()).open(jar.baseUrl() + "/catalogo");
      browser.press("#enter-account-id", Map.of("accountId", "52998224725"));
      browser.press("#submit-button", Map.of("password", "Senha-inventada-1"));
      browser.press("button[value=901]").press("#succeed");
      return read(jar.baseUrl() + "/simulador/estado");
    }
  }

  @Test
  void says_in_one_sentence_that_the_port_is_taken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      assertRefused(1, "a porta está em uso", "--porta=" + taken.getLocalPort());
    }
  }

  @Test
  void says_in_one_sentence_that_it_cannot_listen_there() throws Exception {
    assertRefused(1, "confira --endereco", "--endereco=203.0.113.1");
    assertRefused(1, "confira --endereco", "--endereco=nao-existe.invalid");
  }

  @Test
  void says_in_one_sentence_that_an_option_makes_no_sense() throws Exception {
    assertRefused(2, "--porta deve ser um número de 0 a 65535", "--porta=oitenta");
    assertRefused(2, "\"--prota\" não é uma opção", "--prota=1");
    assertRefused(2, "--dados precisa de um valor", "--dados");
    try (RunningJar jar = RunningJar.start(Map.of("SIMULADOR_PORTA", "oitenta"))) {
      assertRefused(2, "SIMULADOR_PORTA deve ser um número", jar.end());
    }
  }

  @Test
  void says_in_one_sentence_what_is_wrong_with_a_file() throws Exception {
    assertRefused(1, "nao-existe.json: não existe", "--clientes=nao-existe.json");
    assertRefused(1, "a pasta não existe", "--dados=" + directory.resolve("nenhuma"));
    Path personas = directory.resolve("personas.json");
    Files.writeString(personas, PERSONA.replace("prata", "diamante"));
    assertRefused(
        1,
        personas + ", linha 2, coluna 12: \"nivel\" deve ser \"bronze\", \"prata\" ou \"ouro\".",
        "--dados=" + directory);
    Files.write(
        personas, PERSONA.replace("Eu Mesma", "Eu, à toa").getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(1, "não está em UTF-8", "--dados=" + directory);
    Files.write(personas, new byte[50 * 1024 * 1024]);
    assertRefused(1, "passa de 4 MB", "--dados=" + directory);
  }

  private static void isFine(End end) {
    assertThat(end.status()).isZero();
    assertThat(end.err()).isEmpty();
  }

  private static End run(String... arguments) throws Exception {
    try (RunningJar jar = RunningJar.start(arguments)) {
      return jar.end();
    }
  }

  private static void assertRefused(int status, String sentence, String... arguments)
      throws Exception {
    assertRefused(status, sentence, run(arguments));
  }

  private static void assertRefused(int status, String sentence, End end) {
    assertThat(end.status()).isEqualTo(status);
    assertThat(end.out()).isEmpty();
    assertThat(end.err())
        .startsWith("O simulador do gov.br não iniciou: ")
        .contains(sentence)
        .hasLineCount(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  private static String read(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private static int delete(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).DELETE().build(), BodyHandlers.discarding())
        .statusCode();
  }
}
