package io.github.govbrkeycloak.simulator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.govbrkeycloak.simulator.SimulatorOptions;
import io.github.govbrkeycloak.simulator.settings.Choice;
import io.github.govbrkeycloak.simulator.settings.Setting;
import io.github.govbrkeycloak.simulator.start.Option.Source;
import io.github.govbrkeycloak.simulator.tls.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the start")
class StartRequestTest {

  @TempDir Path directory;

  @Test
  void are_sensible_without_any() {
    SimulatorOptions options = options(Map.of());
    assertThat(options.network().port()).isEqualTo(8280);
    assertThat(options.network().bindAddress()).isEqualTo("localhost");
    assertThat(options.network().baseUrlAt(8280)).isEqualTo("http://localhost:8280");
    assertThat(options.network().tls()).isEmpty();
    assertThat(options.network().trustsProxy()).isFalse();
    assertThat(options.data().directory()).isEmpty();
    assertThat(options.choices()).isEmpty();
    assertThat(options.stoppedAt()).isEmpty();
  }

  @Test
  void can_all_be_flags() {
    SimulatorOptions options =
        options(
            Map.of("QUALQUER", "valor"),
            "--porta=0",
            "--endereco",
            "0.0.0.0",
            "--url=https://exemplo.org/gov//",
            "--dados=pasta",
            "--clientes=servicos.json",
            "--ajustes=pkce=opcional,datas=mascara",
            "--sem-pessoas-inventadas",
            "--semente=abacate",
            "--relogio=2031-05-06T07:08:09Z",
            "--tls-certificado=c.p12",
            "--proxy");
    assertThat(options.network().port()).isZero();
    assertThat(options.network().bindAddress()).isEqualTo("0.0.0.0");
    assertThat(options.network().baseUrl()).contains("https://exemplo.org/gov");
    assertThat(options.network().tls())
        .contains(new Tls(Optional.of(Path.of("c.p12")), "simulador"));
    assertThat(options.network().trustsProxy()).isTrue();
    assertThat(options.data().directory()).contains(Path.of("pasta"));
    assertThat(options.data().clientsFile()).contains(Path.of("servicos.json"));
    assertThat(options.data().placeholders()).containsEntry("QUALQUER", "valor");
    assertThat(options.data().seed()).isEqualTo("abacate");
    assertThat(options.choices())
        .containsEntry(Setting.PKCE, Choice.PKCE_OPTIONAL)
        .containsEntry(Setting.DATES, Choice.MASKED_DATES)
        .containsEntry(Setting.INVENTED_PEOPLE, Choice.PEOPLE_NOT_INVENTED);
    assertThat(options.stoppedAt()).contains(Instant.parse("2031-05-06T07:08:09Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # flag | variable | file | what is taken
          -    | -    | -    | 8280
          -    | -    | 8001 | 8001
          -    | 8002 | 8001 | 8002
          8003 | 8002 | 8001 | 8003
          8003 | -    | 8001 | 8003
          -    | ''   | 8001 | 8001
          """)
  void are_taken_from_flag_then_variable_then_file(
      String flag, String variable, String file, int taken) throws IOException {
    Path config = config(file == null ? "# nada\n" : "porta = " + file);
    Map<String, String> variables =
        variable == null ? Map.of() : Map.of("SIMULADOR_PORTA", variable);
    SimulatorOptions options =
        flag == null
            ? options(variables, "--config", config.toString())
            : options(variables, "--config", config.toString(), "--porta", flag);
    assertThat(options.network().port()).isEqualTo(taken);
  }

  @Test
  void let_a_flag_take_back_what_a_variable_says() {
    Map<String, String> variables =
        Map.of("SIMULADOR_TLS", "sim", "SIMULADOR_PROXY", "sim", "SIMULADOR_TLS_CERTIFICADO", "c");
    assertThat(options(variables).network().tls()).isPresent();
    assertThat(options(variables, "--tls=nao").network().tls()).isEmpty();
    assertThat(options(variables, "--proxy=nao").network().trustsProxy()).isFalse();
  }

  @Test
  void may_stand_in_a_file_that_the_environment_names() throws IOException {
    Path config =
        config(
            "\uFEFF# do meu projeto\r\n\r\n  dados = C:\\meus dados\\simulador \r\ntls-senha=a=b\r\n"
                + "tls = sim\r\nurl=https://exemplo.org\r\n");
    SimulatorOptions options = options(Map.of("SIMULADOR_CONFIG", config.toString()));
    assertThat(options.data().directory()).contains(Path.of("C:\\meus dados\\simulador"));
    assertThat(options.network().tls().orElseThrow().password()).isEqualTo("a=b");
    assertThat(options.network().baseUrl()).contains("https://exemplo.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --porta=oitenta           | --porta deve ser um número de 0 a 65535.
          --porta=-1                | --porta deve ser um número de 0 a 65535.
          --porta=65536             | --porta deve ser um número de 0 a 65535.
          --porta=99999999999       | --porta deve ser um número de 0 a 65535.
          --porta                   | --porta precisa de um valor: --porta NÚMERO.
          --porta=                  | --porta precisa de um valor: --porta NÚMERO.
          --porta=1 --porta=2       | --porta só pode vir uma vez.
          --porta --tls             | --porta precisa de um valor: --porta NÚMERO.
          --prta=1                  | "--prta" não é uma opção; --help mostra todas.
          --segredo=muito-secreto   | "--segredo" não é uma opção;
          8280                      | sobra um argumento; toda opção começa com --
          -p                        | "-p" não é uma opção;
          --tls-senha=muito-secreto | a senha não vai na linha de comando
          --tls=talvez              | --tls deve ser sim ou nao.
          --ajustes=pkce=talvez     | --ajustes: pkce deve ser "obrigatorio" ou "opcional".
          --ajustes=xyz=1           | --ajustes: ajuste desconhecido; há: pkce
          --relogio=ontem           | --relogio deve ser um instante como 2031-05-06T07:08:09Z.
          --relogio=2031-02-30T00:00:00Z | --relogio deve ser um instante
          --url=exemplo.org         | --url deve ser um endereço como
          --url=ftp://exemplo.org   | --url deve ser um endereço como
          --url=http://a:b@x.org    | --url deve ser um endereço como
          --url=http://x.org/?q     | --url deve ser um endereço como
          --url=http://x.org/a/../b | --url deve ser um endereço como
          --url=http://x.org/a//b   | --url deve ser um endereço como
          --url=http://             | --url deve ser um endereço como
          --config=nao-existe.conf  | nao-existe.conf: não existe.
          --config=.                | .: não é um arquivo.
          @porta                    | sobra um argumento
          --tls-senha muito-secreto | a senha não vai na linha de comando
          --tls --tls-senha muito-secreto | a senha não vai na linha de comando
          --dados x muito-secreto   | sobra um argumento
          --tls muito-secreto       | sobra um argumento
          """)
  void are_refused_with_name_and_remedy(String line, String sentence) {
    assertThatThrownBy(() -> options(Map.of(), line.split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("secreto")
        .message()
        .hasLineCount(1);
  }

  @Test
  void are_refused_under_the_name_by_which_they_came() throws IOException {
    assertThatThrownBy(() -> options(Map.of("SIMULADOR_PORTA", "x")))
        .hasMessage("SIMULADOR_PORTA deve ser um número de 0 a 65535.");
    Path config = config("# um\nporta = x\n");
    assertThatThrownBy(() -> options(Map.of(), "--config=" + config))
        .hasMessage("porta (" + config + ", linha 2) deve ser um número de 0 a 65535.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          porta            | linha 1: falta o valor; a forma é nome = valor.
          porta =          | linha 1: falta o valor
          prota = 1        | linha 1: "prota" não é uma opção do arquivo; há: porta,
          config = outro   | linha 1: "config" não é uma opção do arquivo
          help = sim       | linha 1: "help" não é uma opção do arquivo
          """)
  void of_a_file_are_refused_with_their_line(String line, String sentence) throws IOException {
    Path config = config(line);
    assertThatThrownBy(() -> options(Map.of(), "--config=" + config))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(config + ", ")
        .hasMessageContaining(sentence);
  }

  @Test
  void of_a_file_come_once_and_in_utf_8() throws IOException {
    Path twice = config("porta=1\nporta=2\n");
    assertThatThrownBy(() -> options(Map.of(), "--config=" + twice))
        .hasMessageContaining("linha 2: porta aparece duas vezes.");
    Path latin1 = directory.resolve("latin1.conf");
    Files.write(latin1, "porta=1\n# à mão\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> options(Map.of(), "--config=" + latin1))
        .hasMessageContaining("linha 2, coluna 3: não está em UTF-8");
  }

  @Test
  void never_show_a_long_or_hostile_text_whole() {
    String hostile = "--\u001b[31m" + "x".repeat(100_000) + "\n";
    assertThatThrownBy(() -> options(Map.of(), hostile))
        .isInstanceOf(UsageException.class)
        .message()
        .hasSizeLessThan(200)
        .doesNotContain("\u001b", "\n");
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void are_all_in_the_help(Option option) {
    String help = StartRequest.of(Map.of(), "--help").text().orElseThrow();
    String name = option.isIn(Source.COMMAND_LINE) ? option.flag() : option.variable();
    assertThat(help).containsPattern(name + "[ =\\[\\n]");
    assertThat(help.lines())
        .hasSizeLessThan(40)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(help.replaceAll("\\s+", " ")).contains(option.description());
  }

  @Test
  void give_help_version_and_schemas_even_where_the_environment_makes_no_sense() {
    Map<String, String> nonsense = Map.of("SIMULADOR_PORTA", "x", "SIMULADOR_CONFIG", "nenhum");
    assertThat(StartRequest.of(nonsense, "-h").text().orElseThrow()).startsWith("Uso: ");
    assertThat(StartRequest.of(nonsense, "--versao").text().orElseThrow())
        .startsWith("govbr-simulator ");
    assertThat(StartRequest.of(nonsense, "--esquema=personas").text().orElseThrow())
        .contains("https://json-schema.org/draft/2020-12/schema");
    assertThatThrownBy(() -> StartRequest.of(nonsense, "--esquema=../x").text())
        .hasMessage("--esquema deve ser um de personas, clientes, procuracoes, cadastro-cpf.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--versao"})
  void ask_for_a_text_only_when_they_do(String flag) {
    assertThat(StartRequest.of(Map.of(), flag).text()).isPresent();
    assertThat(StartRequest.of(Map.of(), "--porta=0").text()).isEmpty();
  }

  private static SimulatorOptions options(Map<String, String> variables, String... arguments) {
    return StartRequest.of(variables, arguments).options();
  }

  private Path config(String text) throws IOException {
    return Files.writeString(directory.resolve("simulador.conf"), text);
  }
}
